package jp.otodoke.partners.bank;

/** How the records of 全銀 are written. */
enum DebitForm {
    /** Of 120 bytes. */
    FIXED,
    /** A line each, its fields by commas and without padding. */
    COMMA
}
