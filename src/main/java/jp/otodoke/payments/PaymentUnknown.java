package jp.otodoke.payments;

import jp.otodoke.shared.OrderNumber;

/**
 * The result of a card call could not be determined after repeated searches, so staff must find out. Published in
 * the same transaction.
 */
public record PaymentUnknown(OrderNumber orderNumber) {}
