package jp.otodoke.orders;

import java.util.List;
import jp.otodoke.shared.OrderNumber;

/** All goods of these orders that are not cancelled have arrived or come back. Published in the same transaction. */
public record OrdersDelivered(List<OrderNumber> numbers) {}
