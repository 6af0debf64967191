package jp.otodoke.payments;

/** What somebody owes for. */
public enum ReceivableKind {
    ORDER,
    /** 会費 */
    DUE,
    /** 請求書 */
    INVOICE,
    /** 手数料など */
    FEE
}
