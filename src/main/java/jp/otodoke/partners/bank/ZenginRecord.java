package jp.otodoke.partners.bank;

import java.nio.charset.Charset;

/**
 * One record of 200 bytes. Kana are one byte each (JIS X 0201), so a field is a slice of bytes.
 *
 * @param number its place in the file, from 1
 */
record ZenginRecord(int number, byte[] bytes) {
    static final int LENGTH = 200;
    private static final Charset KANA = Charset.forName("windows-31j");

    char type() {
        return (char) bytes[0];
    }

    String text(Field field) {
        return new String(bytes, field.from() - 1, field.length(), KANA).strip();
    }

    /** Digits that must stand there in full. */
    long number(Field field) {
        var text = text(field);
        if (text.length() != field.length() || !text.matches("\\d+")) {
            throw new ZenginRefused(number, field, "invalid", "not-a-number", text);
        }
        return Long.parseLong(text);
    }

    boolean allDigits(Field field) {
        return text(field).matches("\\d{" + field.length() + "}");
    }
}
