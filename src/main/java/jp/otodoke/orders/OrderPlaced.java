package jp.otodoke.orders;

import jp.otodoke.shared.OrderNumber;
import org.jspecify.annotations.Nullable;

/** An order was accepted. Published in the same transaction. */
public record OrderPlaced(OrderNumber orderNumber, @Nullable String cardToken) {}
