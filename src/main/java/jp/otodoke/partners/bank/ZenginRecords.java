package jp.otodoke.partners.bank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Splits a file into records, with or without line breaks between them. */
final class ZenginRecords {
    /** CP/M's end-of-file mark, which some banking software still adds. */
    private static final byte END_OF_FILE = 0x1A;

    private ZenginRecords() {}

    static List<ZenginRecord> of(byte[] file) {
        List<ZenginRecord> records = new ArrayList<>();
        int at = 0;
        while (at < file.length && file[at] != END_OF_FILE) {
            int number = records.size() + 1;
            int end = at + ZenginRecord.LENGTH;
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

    private static void refuseLineBreakInside(int number, byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\r' || bytes[i] == '\n') {
                throw new ZenginRefused(number, RecordField.RECORD, "length", "short", String.valueOf(i));
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
