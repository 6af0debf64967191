package jp.otodoke.payments;

/** What the agency says about a card. */
public enum CardOutcome {
    UNCHANGED,
    /** It has another number or expiry, under the same token. */
    RENEWED,
    /** 有効性NG: the issuer has closed it. */
    INVALID,
    /** 照合エラー: the issuer does not know it like that. */
    MISMATCH,
    /** 入力データエラー: the agency does not know it by what we sent. */
    INPUT_ERROR,
    /** Its code is not one that we know. */
    UNCLEAR;

    /** Whether it is not asked about again, and the customer has to give another one. */
    public boolean endsCard() {
        return this == INVALID || this == MISMATCH || this == INPUT_ERROR;
    }
}
