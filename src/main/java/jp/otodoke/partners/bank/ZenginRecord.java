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

    private static final int LAST_ASCII = 0x7F;
    private static final int FIRST_KANA = 0xA1;
    private static final int LAST_KANA = 0xDF;
    private static final char HALF_WIDTH = '\uFF61';

    char type() {
        return (char) bytes[0];
    }

    /** Control characters are blanks: mainframes pad fields with binary zeros, which no database stores. */
    String text(RecordField recordField) {
        int from = recordField.from() - 1;
        var text = new StringBuilder(recordField.length());
        for (int i = from; i < from + recordField.length(); i++) {
            int value = bytes[i] & 0xFF;
            if (value <= LAST_ASCII) {
                text.append(value < ' ' || value == LAST_ASCII ? ' ' : (char) value);
            } else if (value >= FIRST_KANA && value <= LAST_KANA) {
                text.append((char) (HALF_WIDTH + value - FIRST_KANA));
            } else {
                return new String(bytes, from, recordField.length(), KANA)
                        .replaceAll("\\p{Cntrl}", " ")
                        .strip();
            }
        }
        return text.toString().strip();
    }

    /** Digits that must fill the whole field. */
    long number(RecordField recordField) {
        if (!allDigits(recordField)) {
            throw new ZenginRefused(number, recordField, "invalid", "not-a-number", text(recordField));
        }
        int from = recordField.from() - 1;
        long value = 0;
        for (int i = from; i < from + recordField.length(); i++) {
            value = 10 * value + bytes[i] - '0';
        }
        return value;
    }

    boolean allDigits(RecordField recordField) {
        int from = recordField.from() - 1;
        for (int i = from; i < from + recordField.length(); i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        return true;
    }
}
