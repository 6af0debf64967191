package jp.otodoke.orders;

/** The payment method of an order. */
public enum PaymentMethod {
    CREDIT_CARD,
    CASH_ON_DELIVERY,
    BANK_TRANSFER,
    CONVENIENCE_STORE,
    DEFERRED,
    DIRECT_DEBIT,
    INVOICE
}
