package jp.otodoke.payments;

/** Where the money of an order stands. */
public enum PaymentStatus {
    PENDING,
    AUTHORIZED,
    UNKNOWN,
    PARTLY_PAID,
    PAID,
    FAILED,
    REFUNDED,
    WRITTEN_OFF
}
