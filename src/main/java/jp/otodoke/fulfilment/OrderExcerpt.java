package jp.otodoke.fulfilment;

import java.util.List;
import jp.otodoke.orders.OrderDestination;
import jp.otodoke.orders.OrderLine;

/** What a clerk has to know of an order to decide about it: goods, where and when to, and what is paid. */
record OrderExcerpt(
        OrderSummary head, List<OrderLine> lines, List<OrderDestination> destinations, long charged, long paid) {}
