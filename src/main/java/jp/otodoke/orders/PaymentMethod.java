package jp.otodoke.orders;

/** How the customer wants to pay. */
public enum PaymentMethod {
    CREDIT_CARD,
    CASH_ON_DELIVERY,
    BANK_TRANSFER,
    CONVENIENCE_STORE,
    DEFERRED,
    DIRECT_DEBIT,
    INVOICE
}
