package jp.otodoke.fulfilment;

/** Whether the carrier collects money at the door; the names stand in the warehouse's files. */
public enum PaymentKind {
    PREPAID,
    COD
}
