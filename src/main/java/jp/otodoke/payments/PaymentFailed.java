package jp.otodoke.payments;

import jp.otodoke.shared.OrderNumber;

/** The card was declined. Published in the same transaction. */
public record PaymentFailed(OrderNumber orderNumber, String code) {}
