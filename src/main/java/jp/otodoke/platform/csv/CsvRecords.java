package jp.otodoke.platform.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import jp.otodoke.platform.csv.CsvDialect.StrayQuotes;
import jp.otodoke.platform.csv.CsvRecord.RawText;
import jp.otodoke.platform.csv.UnreadableCsv.Reason;
import org.jspecify.annotations.Nullable;

/** The records of a CSV text one after the other, empty lines left out; each byte of it is looked at a fixed number of times. */
public final class CsvRecords implements Iterator<CsvRecord> {
    /** What spreadsheets hold in a cell. */
    static final int LONGEST_CELL = 32_767;

    /** Stands for NUL, which no database stores. */
    public static final char SYMBOL_FOR_NUL = '\u2400';

    private static final int SMALLEST_BUFFER = 16 * 1024 * 1024;

    private final String text;
    private final int linesBefore;
    private final LineStarts lines;
    private final Handler handler;
    private final Iterator<Parsed> parsed;
    private final boolean refusesStrayQuotes;
    private @Nullable Parsed next;
    private @Nullable UnreadableCsv fault;

    public CsvRecords(String text, StrayQuotes strayQuotes) {
        this(text, strayQuotes, 1);
    }

    /** @param firstLine the physical line of the file on which the text begins */
    CsvRecords(String given, StrayQuotes strayQuotes, int firstLine) {
        // The parser fails where the first line is empty.
        int begin = behindEmptyLines(given);
        text = given.substring(begin).replace('\0', SYMBOL_FOR_NUL);
        linesBefore = firstLine + LineStarts.of(given.substring(0, begin)).count() - 2;
        lines = LineStarts.of(text);
        refusesStrayQuotes = strayQuotes == StrayQuotes.REFUSED;
        handler = new Handler(refusesStrayQuotes);
        parsed = CsvReader.builder()
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(Math.max(SMALLEST_BUFFER, text.length() + 1))
                .build(handler, text)
                .iterator();
        next = advance();
    }

    private static int behindEmptyLines(String text) {
        int at = 0;
        while (at < text.length() && (text.charAt(at) == '\r' || text.charAt(at) == '\n')) {
            at++;
        }
        return at;
    }

    /** @throws UnreadableCsv when what comes next is no CSV */
    @Override
    public boolean hasNext() {
        if (fault != null) {
            throw fault;
        }
        return next != null;
    }

    @Override
    public CsvRecord next() {
        var current = next;
        if (current == null) {
            throw new NoSuchElementException();
        }
        next = advance();
        boolean last = next == null && fault == null;
        int to = last ? text.length() : lines.at(handler.line);
        return new CsvRecord(
                linesBefore + current.line(),
                current.cells(),
                !last || endsWithLineBreak(),
                new RawText(text, lines.at(current.line()), to));
    }

    private boolean endsWithLineBreak() {
        return text.endsWith("\n") || text.endsWith("\r");
    }

    /** Reports a fault only when its record is read: the header before it may be wrong altogether. */
    private @Nullable Parsed advance() {
        try {
            return parsed.hasNext() ? parsed.next() : null;
        } catch (CsvParseException | StrayQuote | LongCell broken) {
            fault = handler.cellTooLong
                    ? new UnreadableCsv(Reason.LONG_CELL, linesBefore + handler.line, "")
                    : new QuoteFault(text, lines.at(handler.line), linesBefore + handler.line, refusesStrayQuotes)
                            .find(String.valueOf(broken.getMessage()));
            return null;
        }
    }

    private record Parsed(int line, List<String> cells) {}

    /** A quotation mark inside an unquoted cell. */
    private static final class StrayQuote extends RuntimeException {}

    /** Mostly the rest of the file, after a quotation mark that nobody closed where it should be. */
    private static final class LongCell extends RuntimeException {}

    /** Equal cells of neighbouring records share one string: the values of an order repeat on each of its rows. */
    private static final class Handler extends AbstractBaseCsvCallbackHandler<Parsed> {
        private final boolean refusesStrayQuotes;
        private String[] cells = new String[16];
        private int line;
        private boolean cellTooLong;
        private String[] previous = {};

        Handler(boolean refusesStrayQuotes) {
            this.refusesStrayQuotes = refusesStrayQuotes;
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            line = Math.toIntExact(startingLineNumber);
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            if (length > LONGEST_CELL) {
                cellTooLong = true;
                throw new LongCell();
            }
            if (refusesStrayQuotes && !quoted && contains(buffer, offset, length)) {
                throw new StrayQuote();
            }
            if (index == cells.length) {
                cells = Arrays.copyOf(cells, index * 2);
            }
            cells[index] = index < previous.length && same(previous[index], buffer, offset, length)
                    ? previous[index]
                    : new String(buffer, offset, length);
        }

        @Override
        protected Parsed buildRecord() {
            previous = Arrays.copyOf(cells, getFieldCount());
            return new Parsed(line, List.of(previous));
        }

        private static boolean contains(char[] buffer, int offset, int length) {
            for (int i = offset; i < offset + length; i++) {
                if (buffer[i] == '"') {
                    return true;
                }
            }
            return false;
        }

        private static boolean same(String cell, char[] buffer, int offset, int length) {
            if (cell.length() != length) {
                return false;
            }
            for (int i = 0; i < length; i++) {
                if (cell.charAt(i) != buffer[offset + i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
