package jp.otodoke.fulfilment;

/** Whether the carrier collects cash on delivery; the names appear in the warehouse files. */
public enum PaymentKind {
    PREPAID,
    COD
}
