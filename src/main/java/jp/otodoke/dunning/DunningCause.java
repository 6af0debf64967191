package jp.otodoke.dunning;

/** Why money is missing. */
public enum DunningCause {
    /** Not paid by its term. */
    UNPAID,
    /** The card was declined after the goods had left. */
    DECLINED_CAPTURE,
    /** 口座振替 was not collected. */
    FAILED_DEBIT,
    /** 速報 was taken back. */
    WITHDRAWN_SLIP,
    /** The bank took the deposit back. */
    REVERSED_DEPOSIT,
    /** The gateway doesn't say what became of it. */
    RESULT_UNKNOWN,
    /** The card company took it back. */
    CHARGEBACK
}
