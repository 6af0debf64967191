package jp.otodoke.partners.bank;

import jp.otodoke.platform.files.FileContent;
import jp.otodoke.platform.files.FileWindow;
import org.jspecify.annotations.Nullable;

/** Reads a file record by record, with or without line breaks between them, however long it is. */
final class ZenginReader {
    private static final char END_RECORD = '9';

    /** CP/M's end-of-file mark, which some banking software still adds. */
    private static final byte END_OF_FILE = 0x1A;

    private static final byte VERTICAL_TAB = 0x0B;

    private final FileContent content;
    private final FileWindow window;
    private final int length;
    private long at;
    private long position;
    private int records;
    private char last = '0';

    /** @param length of each record in bytes */
    ZenginReader(FileContent content, int length) {
        this.content = content;
        this.window = new FileWindow(content);
        this.length = length;
    }

    /** The next record; null at the end of the file. */
    @Nullable
    ZenginRecord next() {
        if (isOver()) {
            if (records == 0) {
                throw new ZenginRefused(1, RecordField.RECORD, "required", "empty");
            }
            return null;
        }
        int number = records + 1;
        if (at + length > content.size()) {
            throw new ZenginRefused(
                    number, RecordField.RECORD, "length", "cut-off", String.valueOf(content.size() - at));
        }
        var bytes = window.read(at, length);
        refuseLineBreakInside(number, bytes);
        position = at;
        records = number;
        at = afterLineBreak(at + length);
        var record = new ZenginRecord(number, bytes);
        last = record.type();
        return record;
    }

    /** Where the record begins that was read last. */
    long position() {
        return position;
    }

    /**
     * Editors, printers, transfers and files in blocks of fixed size add line breaks, blanks, tabs, form feeds or NULs
     * behind the end record; anything else there is read as a further record.
     */
    private boolean isOver() {
        return last == END_RECORD ? onlyFiller() : at == content.size() || window.at(at) == END_OF_FILE;
    }

    private boolean onlyFiller() {
        for (long i = at; i < content.size(); i++) {
            switch (window.at(i)) {
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

    private long afterLineBreak(long from) {
        long next = from;
        if (next < content.size() && window.at(next) == '\r') {
            next++;
        }
        if (next < content.size() && window.at(next) == '\n') {
            next++;
        }
        return next;
    }
}
