package jp.otodoke.payments;

import jp.otodoke.shared.OrderNumber;

/** Money that an order had received was taken back by the bank. Published in the same transaction. */
public record PaymentReversed(OrderNumber orderNumber) {}
