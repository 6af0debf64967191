package jp.otodoke.payments;

/** A record of a 全銀 file of 120 bytes, written field by field: N right-aligned with zeros, C left-aligned with blanks. */
final class TransferRecord {
    static final int LENGTH = 120;

    private static final char VOICED = '\uFF9E';
    private static final char SEMI_VOICED = '\uFF9F';

    private final StringBuilder bytes = new StringBuilder(LENGTH);

    /** @param kind データ区分 */
    TransferRecord(char kind) {
        bytes.append(kind);
    }

    /** @param digits not more than the field has */
    TransferRecord number(String digits, int length) {
        if (digits.length() > length || !digits.matches("\\d*")) {
            throw new IllegalArgumentException("Not a number of " + length + " digits");
        }
        bytes.append("0".repeat(length - digits.length())).append(digits);
        return this;
    }

    TransferRecord number(long number, int length) {
        return number(String.valueOf(number), length);
    }

    /** @param text as {@link BankKana} writes it; what is too long is cut, and no kana loses its mark */
    TransferRecord text(String text, int length) {
        var field =
                text.length() > length ? text.substring(0, isMark(text.charAt(length)) ? length - 1 : length) : text;
        bytes.append(field).append(" ".repeat(length - field.length()));
        return this;
    }

    private static boolean isMark(char c) {
        return c == VOICED || c == SEMI_VOICED;
    }

    /** Filled with blanks to its end; each character is one byte. */
    String complete() {
        if (bytes.length() > LENGTH) {
            throw new IllegalStateException("A record of " + bytes.length() + " bytes");
        }
        return bytes + " ".repeat(LENGTH - bytes.length());
    }
}
