package jp.otodoke.platform.csv;

/** A text that can't be read as CSV; whoever asked for it says so in its own words. */
public class UnreadableCsv extends RuntimeException {
    /** Why. */
    public enum Reason {
        EMPTY,
        /** The last line has no line break where one belongs. */
        CUT_OFF,
        /** Bytes without a meaning in any character set that is allowed. */
        ENCODING,
        /** UTF-8 where only CP932 is allowed. */
        IS_UTF8,
        CONTROL_CHARACTER,
        /** The quotation marks of the file don't come in pairs. */
        UNPAIRED_QUOTES,
        STRAY_QUOTE,
        OPEN_QUOTE,
        /** A cell that holds more than any cell of a spreadsheet. */
        LONG_CELL,
        /** A record of more cells, or more text, than any has. */
        LONG_RECORD,
        /** More rows than one file may have. */
        TOO_MANY_ROWS
    }

    private final Reason reason;
    private final int line;
    private final String detail;

    UnreadableCsv(Reason reason, int line, String detail) {
        super(reason + " in line " + line + ": " + detail);
        this.reason = reason;
        this.line = line;
        this.detail = detail;
    }

    public Reason reason() {
        return reason;
    }

    /** The physical line, from 1. */
    public int line() {
        return line;
    }

    /** What a reader should know besides, such as the character that is not allowed. */
    public String detail() {
        return detail;
    }
}
