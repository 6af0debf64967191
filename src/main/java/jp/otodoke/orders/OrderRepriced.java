package jp.otodoke.orders;

import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/** The amount or payment method of an order has changed. Published in the same transaction. */
public record OrderRepriced(OrderNumber orderNumber, PaymentMethod method, Yen total, @Nullable String cardToken) {}
