package jp.otodoke.platform.csv;

import jp.otodoke.platform.csv.UnreadableCsv.Reason;

/** Finds the line of a quoting error: a stray quote, or the start of one that is never closed. */
final class QuoteFault {
    private final String text;
    private int at;
    private int line;
    private final boolean refusesStrayQuotes;

    /**
     * @param at where the record begins
     * @param line the physical line of it
     */
    QuoteFault(String text, int at, int line, boolean refusesStrayQuotes) {
        this.text = text;
        this.at = at;
        this.line = line;
        this.refusesStrayQuotes = refusesStrayQuotes;
    }

    UnreadableCsv find(String detail) {
        while (at < text.length()) {
            if (text.charAt(at) != '"') {
                if (!plainCell()) {
                    return new UnreadableCsv(Reason.STRAY_QUOTE, line, detail);
                }
            } else {
                int opened = line;
                if (!quotedCell()) {
                    return new UnreadableCsv(Reason.OPEN_QUOTE, opened, detail);
                }
                if (at < text.length() && !endsCell(text.charAt(at))) {
                    return new UnreadableCsv(Reason.STRAY_QUOTE, line, detail);
                }
            }
            next();
        }
        return new UnreadableCsv(Reason.OPEN_QUOTE, line, detail);
    }

    /** Whether the cell ends without a quote that is not allowed. */
    private boolean plainCell() {
        while (at < text.length() && !endsCell(text.charAt(at))) {
            if (refusesStrayQuotes && text.charAt(at) == '"') {
                return false;
            }
            at++;
        }
        return true;
    }

    /** Whether the quote is closed. */
    private boolean quotedCell() {
        at++;
        while (at < text.length()) {
            if (text.charAt(at) != '"') {
                next();
            } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                at += 2;
            } else {
                at++;
                return true;
            }
        }
        return false;
    }

    /** Goes over one character or line break. */
    private void next() {
        if (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\r' && at < text.length() && text.charAt(at) == '\n') {
                at++;
            }
            if (c == '\r' || c == '\n') {
                line++;
            }
        }
    }

    private static boolean endsCell(char c) {
        return c == ',' || c == '\n' || c == '\r';
    }
}
