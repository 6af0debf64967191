package jp.otodoke.platform.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import jp.otodoke.platform.csv.CsvDialect.Controls;
import jp.otodoke.platform.csv.CsvDialect.StrayQuotes;
import jp.otodoke.platform.csv.UnreadableCsv.Reason;
import jp.otodoke.platform.files.FileContent;

/** A CSV file of any length, whose records are read window by window. */
final class CsvFile {
    private static final int PART = 64 * 1024;

    private final FileContent content;
    private final CsvDialect dialect;
    private final Charset charset;

    private CsvFile(FileContent content, CsvDialect dialect, Charset charset) {
        this.content = content;
        this.dialect = dialect;
        this.charset = charset;
    }

    /** @throws UnreadableCsv where the bytes are no text */
    static CsvFile open(FileContent content, CsvDialect dialect) {
        long size = content.size();
        if (dialect.endsWithLineBreak() && size > 0 && content.read(size - 1, 1)[0] != '\n') {
            throw new UnreadableCsv(Reason.CUT_OFF, 1, "");
        }
        var charset = CharacterSets.of(content, dialect.charsets());
        boolean paired = pairedQuotes(content, dialect.controls());
        if (dialect.strayQuotes() == StrayQuotes.PAIRED && !paired) {
            throw new UnreadableCsv(Reason.UNPAIRED_QUOTES, 1, "");
        }
        return new CsvFile(content, dialect, charset);
    }

    /** Goes over all bytes; control characters and quotation marks are the same in every character set. */
    private static boolean pairedQuotes(FileContent content, Controls controls) {
        boolean paired = true;
        for (long at = 0; at < content.size(); at += PART) {
            for (byte b : content.read(at, PART)) {
                if (b == '"') {
                    paired = !paired;
                }
                if (b >= 0 && b < ' ' && forbidden(b, controls)) {
                    throw new UnreadableCsv(Reason.CONTROL_CHARACTER, 1, "%02X".formatted(b));
                }
            }
        }
        return paired;
    }

    private static boolean forbidden(byte b, Controls controls) {
        return switch (controls) {
            case ALLOWED -> false;
            case NO_NUL -> b == 0;
            case NONE -> b != '\r' && b != '\n' && b != '\t';
        };
    }

    Iterator<CsvWindow> windows() {
        return new CsvWindows(
                content,
                CharacterSets.byteOrderMark(content),
                charset.equals(StandardCharsets.UTF_8),
                dialect.strayQuotes());
    }

    CsvRecords records(CsvWindow window) {
        var text = new String(content.read(window.from(), window.length()), charset);
        return new CsvRecords(
                dialect.strayQuotes() == StrayQuotes.UNESCAPED ? UnescapedQuotes.escape(text) : text,
                dialect.strayQuotes(),
                window.line());
    }

    /** All records one after the other. */
    Iterator<CsvRecord> records() {
        var windows = windows();
        return new Iterator<>() {
            private Iterator<CsvRecord> records = Collections.emptyIterator();

            @Override
            public boolean hasNext() {
                while (!records.hasNext() && windows.hasNext()) {
                    records = records(windows.next());
                }
                return records.hasNext();
            }

            @Override
            public CsvRecord next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return records.next();
            }
        };
    }
}
