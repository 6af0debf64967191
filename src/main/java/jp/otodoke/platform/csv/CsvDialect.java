package jp.otodoke.platform.csv;

import java.nio.charset.Charset;
import java.util.List;

/**
 * How strictly a kind of CSV file is read.
 *
 * @param charsets the first in which every byte has a meaning is taken; none is ever guessed
 * @param strayQuotes what a quotation mark inside an unquoted cell means
 * @param controls which control characters make a file unreadable
 * @param endsWithLineBreak whether a last line without a line break tells of a file that was cut off
 * @param normalised whether cells are brought to one width before they are read
 */
public record CsvDialect(
        List<Charset> charsets,
        StrayQuotes strayQuotes,
        Controls controls,
        boolean endsWithLineBreak,
        boolean normalised) {

    /** What a quotation mark inside an unquoted cell means. */
    public enum StrayQuotes {
        /** A character like any other. */
        TEXT,
        /** A character like any other, inside a quoted cell too wherever the cell can't end: PHP leaves some single. */
        UNESCAPED,
        /** A character like any other, as long as all marks of the file come in pairs. */
        PAIRED,
        /** What follows can't be trusted any more. */
        REFUSED
    }

    /** Which control characters make a file unreadable; line breaks and tabs never do. */
    public enum Controls {
        ALLOWED,
        NO_NUL,
        NONE
    }
}
