package jp.otodoke.platform.csv;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import jp.otodoke.platform.csv.CsvDialect.StrayQuotes;
import jp.otodoke.platform.csv.UnreadableCsv.Reason;
import jp.otodoke.platform.files.FileContent;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a file of any length into windows of whole records. Works on bytes: those of quotation marks, commas and line
 * breaks mean nothing else in UTF-8 or CP932.
 */
final class CsvWindows implements Iterator<CsvWindow> {
    private static final int WINDOW = 64 * 1024;

    private static final int LONGEST_RECORD = 4 * 1024 * 1024;
    private static final int MOST_CELLS = 16_384;

    /** In any character set a character takes at most this many bytes. */
    private static final int BYTES_OF_CHARACTER = 4;

    private static final int BUFFER = 256 * 1024;

    private enum State {
        /** Nothing of the cell has been read. */
        CELL,
        PLAIN,
        QUOTED,
        /** In a run of quotation marks inside a quoted cell. */
        MARKS
    }

    private final FileContent content;
    private final boolean utf8;
    private final boolean unescaped;
    private final int windowSize;

    private byte[] buffer = {};
    private long bufferAt;
    private long at;

    private int line = 1;
    private boolean afterReturn;
    private State state = State.CELL;
    private long record;
    private int recordLine = 1;
    private long cell;
    private int cellLine;
    private int cells;
    private boolean longCell;
    private long marks;

    private long window;
    private int windowLine = 1;
    private @Nullable UnreadableCsv fault;
    private @Nullable CsvWindow next;
    private boolean looked;

    /** @param from the byte at which the text begins */
    CsvWindows(FileContent content, long from, boolean utf8, StrayQuotes strayQuotes) {
        this(content, from, utf8, strayQuotes, WINDOW);
    }

    /** @param windowSize a window ends with the first record beyond this */
    CsvWindows(FileContent content, long from, boolean utf8, StrayQuotes strayQuotes, int windowSize) {
        this.content = content;
        this.windowSize = windowSize;
        this.utf8 = utf8;
        unescaped = strayQuotes == StrayQuotes.UNESCAPED;
        at = from;
        record = from;
        cell = from;
        window = from;
    }

    /** @throws UnreadableCsv where the next record is longer than any record can be */
    @Override
    public boolean hasNext() {
        if (!looked) {
            next = advance();
            looked = true;
        }
        return next != null;
    }

    @Override
    public CsvWindow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        looked = false;
        return Objects.requireNonNull(next);
    }

    private @Nullable CsvWindow advance() {
        if (fault != null) {
            throw fault;
        }
        while (at < content.size()) {
            byte b = byteAt(at);
            if (atBeginning() && !(afterReturn && b == '\n') && at - window >= windowSize) {
                return cut(at, line);
            }
            take(b);
            at++;
            if (at - record > LONGEST_RECORD || cells > MOST_CELLS) {
                return tooLong();
            }
        }
        return window < at ? cut(at, line) : null;
    }

    private boolean atBeginning() {
        return at == record;
    }

    private CsvWindow cut(long end, int lineThere) {
        var whole = new CsvWindow(window, end, windowLine);
        window = end;
        windowLine = lineThere;
        return whole;
    }

    /** What stands before the record is still read. */
    private CsvWindow tooLong() {
        fault = overlong();
        if (window == record) {
            throw fault;
        }
        return cut(record, recordLine);
    }

    private UnreadableCsv overlong() {
        if (state == State.QUOTED || state == State.MARKS) {
            int opened = cellLine;
            long begun = cell;
            while (at < content.size() && cell == begun && (state == State.QUOTED || state == State.MARKS)) {
                take(byteAt(at));
                at++;
            }
            boolean closed = state != State.QUOTED && (state != State.MARKS || (at - marks) % 2 != 0);
            return closed
                    ? new UnreadableCsv(Reason.LONG_CELL, recordLine, "")
                    : new UnreadableCsv(Reason.OPEN_QUOTE, opened, "a cell is never closed");
        }
        boolean ofOneCell = longCell || at - cell > (long) BYTES_OF_CHARACTER * CsvRecords.LONGEST_CELL;
        return new UnreadableCsv(ofOneCell ? Reason.LONG_CELL : Reason.LONG_RECORD, recordLine, "");
    }

    private void take(byte b) {
        if (state == State.MARKS && b != '"') {
            state = behindMarks(b);
        }
        switch (state) {
            case CELL -> {
                if (b == '"') {
                    state = State.QUOTED;
                    cellLine = line;
                } else if (!separates(b)) {
                    state = State.PLAIN;
                }
            }
            case QUOTED -> {
                if (b == '"') {
                    state = State.MARKS;
                    marks = at;
                }
            }
            case PLAIN, MARKS -> {}
        }
        boolean inside = state == State.QUOTED || state == State.MARKS;
        countLine(b);
        if (!inside && separates(b)) {
            endCell(b);
        }
    }

    private void countLine(byte b) {
        if (b == '\r' || b == '\n' && !afterReturn) {
            line++;
        }
        afterReturn = b == '\r';
    }

    private void endCell(byte b) {
        longCell |= at - cell > (long) BYTES_OF_CHARACTER * CsvRecords.LONGEST_CELL;
        state = State.CELL;
        cell = at + 1;
        cells++;
        if (b != ',') {
            record = at + 1;
            recordLine = line;
            cells = 0;
            longCell = false;
        }
    }

    /** What the marks before this byte were: the same answers as {@link UnescapedQuotes} gives. */
    private State behindMarks(byte b) {
        boolean odd = (at - marks) % 2 != 0;
        boolean canEnd = separates(b);
        if (!unescaped) {
            return odd ? State.PLAIN : State.QUOTED;
        }
        if (canEnd) {
            return odd || behindBackslash() ? State.PLAIN : State.QUOTED;
        }
        boolean implausible = odd && (marks == cell + 1 || separates(byteAt(marks - 1)));
        return implausible ? State.PLAIN : State.QUOTED;
    }

    private boolean behindBackslash() {
        if (marks == cell + 1) {
            return false;
        }
        if (!utf8) {
            return byteAt(marks - 1) == UnescapedQuotes.BACKSLASH;
        }
        long begin = marks - 1;
        while (begin > cell + 1 && (byteAt(begin) & 0xC0) == 0x80) {
            begin--;
        }
        var character = new String(content.read(begin, (int) (marks - begin)), StandardCharsets.UTF_8);
        return UnescapedQuotes.endsWithBackslash(character);
    }

    private byte byteAt(long position) {
        if (position < bufferAt || position >= bufferAt + buffer.length) {
            bufferAt = Math.max(0, position - BYTES_OF_CHARACTER);
            buffer = content.read(bufferAt, BUFFER);
        }
        return buffer[(int) (position - bufferAt)];
    }

    private static boolean separates(byte b) {
        return b == ',' || b == '\n' || b == '\r';
    }
}
