package jp.otodoke.payments;

/** What an agency's result code means for a claim. */
public enum DebitOutcome {
    /** 振替済 */
    COLLECTED,
    /** 資金不足 */
    NO_FUNDS,
    /** 取引なし: no such account, or its data are wrong */
    NO_ACCOUNT,
    /** 預金者の都合による振替停止 */
    PAYER_STOPPED,
    /** 預金口座振替依頼書なし */
    NO_MANDATE,
    /** 委託者の都合による振替停止: ours */
    OWN_STOP,
    /** Anything else: never paid before a person has asked the agency. */
    UNCLEAR
}
