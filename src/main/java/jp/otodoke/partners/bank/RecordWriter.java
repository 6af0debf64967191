package jp.otodoke.partners.bank;

import java.util.Arrays;
import jp.otodoke.payments.BankKana;

/** A record that is being written: blanks, and the fields that are put into it. */
final class RecordWriter {
    private final byte[] bytes;

    RecordWriter(int length, char type) {
        bytes = new byte[length];
        Arrays.fill(bytes, (byte) ' ');
        bytes[0] = (byte) type;
    }

    /** Digits, filled up by zeros on the left. */
    RecordWriter number(RecordField field, String digits) {
        if (!digits.matches("\\d{1," + field.length() + "}")) {
            throw new IllegalArgumentException(field.name() + " is not up to " + field.length() + " digits");
        }
        return put(field, "0".repeat(field.length() - digits.length()) + digits);
    }

    RecordWriter number(RecordField field, long number) {
        return number(field, Long.toString(number));
    }

    /** Left aligned; what is too long is cut, and no mark loses its kana. */
    RecordWriter text(RecordField field, String kana) {
        return put(field, BankKana.cut(kana, field.length()));
    }

    private RecordWriter put(RecordField field, String text) {
        var written = text.getBytes(ZenginRecord.KANA);
        if (written.length != text.length()) {
            throw new IllegalArgumentException(field.name() + " holds characters of more than one byte");
        }
        System.arraycopy(written, 0, bytes, field.from() - 1, written.length);
        return this;
    }

    byte[] bytes() {
        return bytes;
    }
}
