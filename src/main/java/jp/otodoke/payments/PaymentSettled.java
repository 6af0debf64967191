package jp.otodoke.payments;

import jp.otodoke.shared.OrderNumber;

/** The order is paid in full. Published in the same transaction. */
public record PaymentSettled(OrderNumber orderNumber) {}
