package jp.otodoke.fulfilment;

import java.util.List;
import jp.otodoke.orders.OrderDestination;
import jp.otodoke.orders.OrderLine;

/** The details of an order needed for a decision: goods, destinations, delivery dates and payment. */
record OrderExcerpt(
        OrderSummary head, List<OrderLine> lines, List<OrderDestination> destinations, long charged, long paid) {}
