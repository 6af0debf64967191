package jp.otodoke.partners.bank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Splits a file into records, with or without line breaks between them. */
final class ZenginRecords {
    private static final char END_RECORD = '9';

    /** CP/M's end-of-file mark, which some banking software still adds. */
    private static final byte END_OF_FILE = 0x1A;

    private static final byte VERTICAL_TAB = 0x0B;

    private ZenginRecords() {}

    static List<ZenginRecord> of(byte[] file) {
        return of(file, ZenginRecord.LENGTH);
    }

    /** @param length of each record in bytes */
    static List<ZenginRecord> of(byte[] file, int length) {
        List<ZenginRecord> records = new ArrayList<>();
        int at = 0;
        while (!isOver(file, at, records)) {
            int number = records.size() + 1;
            int end = at + length;
            if (end > file.length) {
                throw new ZenginRefused(
                        number, RecordField.RECORD, "length", "cut-off", String.valueOf(file.length - at));
            }
            var bytes = Arrays.copyOfRange(file, at, end);
            refuseLineBreakInside(number, bytes);
            records.add(new ZenginRecord(number, bytes));
            at = afterLineBreak(file, end);
        }
        if (records.isEmpty()) {
            throw new ZenginRefused(1, RecordField.RECORD, "required", "empty");
        }
        return records;
    }

    /**
     * Editors, printers, transfers and files in blocks of fixed size add line breaks, blanks, tabs, form feeds or NULs
     * behind the end record; anything else there is read as a further record.
     */
    private static boolean isOver(byte[] file, int at, List<ZenginRecord> records) {
        boolean ended = !records.isEmpty() && records.get(records.size() - 1).type() == END_RECORD;
        return ended ? onlyFiller(file, at) : at == file.length || file[at] == END_OF_FILE;
    }

    private static boolean onlyFiller(byte[] file, int from) {
        for (int i = from; i < file.length; i++) {
            switch (file[i]) {
                case '\r', '\n', '\t', VERTICAL_TAB, '\f', ' ', 0, END_OF_FILE -> {}
                default -> {
                    return false;
                }
            }
        }
        return true;
    }

    private static void refuseLineBreakInside(int number, byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\r' || bytes[i] == '\n') {
                throw new ZenginRefused(
                        number, RecordField.RECORD, "length", "short", String.valueOf(i), String.valueOf(bytes.length));
            }
        }
    }

    private static int afterLineBreak(byte[] file, int at) {
        int next = at;
        if (next < file.length && file[next] == '\r') {
            next++;
        }
        if (next < file.length && file[next] == '\n') {
            next++;
        }
        return next;
    }
}
