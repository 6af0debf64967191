package jp.otodoke.orders;

import jp.otodoke.shared.OrderNumber;
import org.jspecify.annotations.Nullable;

/** The amount or payment method of an order has changed. Published in the same transaction. */
public record OrderRepriced(OrderNumber orderNumber, PaymentMethod method, long total, @Nullable String cardToken) {}
