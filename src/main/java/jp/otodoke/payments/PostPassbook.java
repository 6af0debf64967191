package jp.otodoke.payments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a passbook of ゆうちょ銀行 says (記号・番号): transfers make a branch of the symbol by a rule of their own, direct debits name its
 * middle digits, and both leave the last digit of the number out.
 *
 * @param symbol five digits
 */
record PostPassbook(String symbol, String number) {
    private static final int SYMBOL_DIGITS = 5;
    private static final int NUMBER_DIGITS = 8;
    private static final String END_OF_TRANSFER_BRANCH = "8";

    /** Empty for another bank, and where branch and account are as banks write them already. */
    static Optional<PostPassbook> of(String bank, String branch, String number) {
        return bank.equals(BankCodes.POST_BANK) && branch.length() == SYMBOL_DIGITS
                ? Optional.of(new PostPassbook(branch, number))
                : Optional.empty();
    }

    /** The branch to which money is transferred, of an account whose direct debits name that one. */
    static String transferBranch(String bank, String debitBranch) {
        return bank.equals(BankCodes.POST_BANK) ? debitBranch.substring(0, 2) + END_OF_TRANSFER_BRANCH : debitBranch;
    }

    String debitBranch() {
        return symbol.substring(1, SYMBOL_DIGITS - 1);
    }

    String transferBranch() {
        return symbol.substring(1, SYMBOL_DIGITS - 2) + END_OF_TRANSFER_BRANCH;
    }

    /** Without the digit at the end, which is always the same. */
    String account() {
        return number.isEmpty() || number.length() > NUMBER_DIGITS
                ? number
                : "0".repeat(NUMBER_DIGITS - number.length()) + number.substring(0, number.length() - 1);
    }

    /** The fields that no passbook of an ordinary account would have so. */
    List<String> problems() {
        var fields = new ArrayList<String>();
        if (!symbol.matches("1[0-9]{3}0")) {
            fields.add("branchCode");
        }
        if (!number.matches("(?!0+1$)[0-9]{1," + (NUMBER_DIGITS - 1) + "}1")) {
            fields.add("accountNumber");
        }
        return fields;
    }
}
