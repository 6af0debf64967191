package jp.otodoke.payments;

import jp.otodoke.shared.OrderNumber;

/** The customer of an order has until a later day to pay. Published in the same transaction. */
public record PaymentTermExtended(OrderNumber orderNumber) {}
