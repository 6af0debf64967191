package jp.otodoke.partners.bank;

import java.nio.charset.Charset;

/**
 * One record of a bank's file. Kana are one byte each (JIS X 0201), so a field is a slice of bytes.
 *
 * @param number its position in the file, from 1
 */
record ZenginRecord(int number, byte[] bytes) {
    /** Of deposits. */
    static final int LENGTH = 200;

    static final Charset KANA = Charset.forName("windows-31j");

    char type() {
        return (char) bytes[0];
    }

    /** Control characters are blanks: mainframes pad fields with binary zeros, which no database stores. */
    String text(RecordField recordField) {
        return new String(bytes, recordField.from() - 1, recordField.length(), KANA)
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
    }

    /** Digits that must fill the whole field. */
    long number(RecordField recordField) {
        var text = text(recordField);
        if (text.length() != recordField.length() || !text.matches("\\d+")) {
            throw new ZenginRefused(number, recordField, "invalid", "not-a-number", text);
        }
        return Long.parseLong(text);
    }

    boolean allDigits(RecordField recordField) {
        return text(recordField).matches("\\d{" + recordField.length() + "}");
    }
}
