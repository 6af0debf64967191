package jp.otodoke.payments.paper;

/** What is wrong with a mandate on paper. */
public enum MandateDefect {
    /** 届出印相違: another seal than the bank knows */
    SEAL,
    /** 記入漏れ */
    INCOMPLETE,
    /** 口座相違: no such account */
    ACCOUNT,
    /** 名義相違 */
    NAME,
    /** 印影不鮮明 */
    ILLEGIBLE,
    OTHER
}
