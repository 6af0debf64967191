package jp.otodoke.payments;

/** A record of a 全銀 file of 120 bytes, written field by field: N right-aligned with zeros, C left-aligned with blanks. */
final class TransferRecord {
    static final int LENGTH = 120;

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
        var field = BankKana.cut(text, length);
        bytes.append(field).append(" ".repeat(length - field.length()));
        return this;
    }

    /** Filled with blanks to its end; each character is one byte. */
    String complete() {
        if (bytes.length() > LENGTH) {
            throw new IllegalStateException("A record of " + bytes.length() + " bytes");
        }
        return bytes + " ".repeat(LENGTH - bytes.length());
    }
}
