package jp.otodoke.payments;

/**
 * A bank or one of its branches, as the national table of codes (金融機関コード) names it.
 *
 * @param branch empty for the bank itself
 * @param kana as banks write it
 */
public record BankCode(String bank, String branch, String name, String kana) {
    /** Identifies it in the table. */
    public String key() {
        return branch.isEmpty() ? bank : bank + "-" + branch;
    }
}
