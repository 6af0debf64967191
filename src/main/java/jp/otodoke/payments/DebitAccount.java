package jp.otodoke.payments;

import jp.otodoke.platform.personal.Masking;

/**
 * The account from which a customer pays.
 *
 * @param bankCode four digits; 9900 is ゆうちょ銀行
 * @param branchCode three digits
 * @param accountType as in 全銀: 1 普通, 2 当座, 3 納税準備, 9 その他
 * @param accountNumber seven digits
 * @param holderKana as banks write it
 */
public record DebitAccount(
        String bankCode, String branchCode, String accountType, String accountNumber, String holderKana) {
    private static final int SHOWN_DIGITS = 3;

    /** The last digits of the number, which tell accounts apart. */
    public String end() {
        return accountNumber.substring(accountNumber.length() - SHOWN_DIGITS);
    }

    /** No log shows an account. */
    @Override
    public String toString() {
        return Masking.HIDDEN + end();
    }
}
