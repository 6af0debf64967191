package jp.otodoke.payments;

/** The payment status of an order. */
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
