package jp.otodoke.payments;

import jp.otodoke.shared.OrderNumber;

/** The payment now allows goods of this order to ship. Published in the same transaction. */
public record PaymentSecured(OrderNumber orderNumber) {}
