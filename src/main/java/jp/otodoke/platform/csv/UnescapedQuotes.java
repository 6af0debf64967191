package jp.otodoke.platform.csv;

/**
 * Doubles the quotation marks that were left single inside quoted cells. PHP's {@code fputcsv} does so behind a byte of
 * {@code 5C}, which in CP932 is also the second byte of characters such as 能 and 表.
 */
final class UnescapedQuotes {
    static final byte BACKSLASH = 0x5C;

    private final String text;
    private final StringBuilder out;
    private int at;
    private int copied;

    private UnescapedQuotes(String text) {
        this.text = text;
        out = new StringBuilder(text.length() + 16);
    }

    /** The same text where no mark was left single; from a cell on that can't be told from its neighbours, unchanged. */
    static String escape(String text) {
        return new UnescapedQuotes(text).escape();
    }

    private String escape() {
        boolean plausible = true;
        while (plausible && at < text.length()) {
            if (text.charAt(at) == '"') {
                plausible = quotedCell();
            }
            while (at < text.length() && !separates(text.charAt(at))) {
                at++;
            }
            at++;
        }
        return copied == 0 ? text : out.append(text, copied, text.length()).toString();
    }

    /** Goes to the end of the cell; false if the cell was probably never closed. */
    private boolean quotedCell() {
        int begin = at + 1;
        at = begin;
        while (true) {
            int quote = text.indexOf('"', at);
            if (quote < 0) {
                return false;
            }
            at = endOfQuotes(quote);
            boolean odd = (at - quote) % 2 != 0;
            boolean canEnd = at == text.length() || separates(text.charAt(at));
            if (canEnd && odd) {
                return true;
            }
            if (canEnd && behindBackslash(quote, begin)) {
                doubleOne();
                return true;
            }
            if (!canEnd && odd) {
                if (quote == begin || separates(text.charAt(quote - 1))) {
                    return false;
                }
                doubleOne();
            }
        }
    }

    private void doubleOne() {
        out.append(text, copied, at).append('"');
        copied = at;
    }

    private int endOfQuotes(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) == '"') {
            end++;
        }
        return end;
    }

    private boolean behindBackslash(int quote, int begin) {
        return quote > begin && endsWithBackslash(text.substring(quote - 1, quote));
    }

    /** Whether the last byte of the text in CP932 is that of a backslash. */
    static boolean endsWithBackslash(String text) {
        var bytes = text.getBytes(CharacterSets.CP932);
        return bytes[bytes.length - 1] == BACKSLASH;
    }

    private static boolean separates(char c) {
        return c == ',' || c == '\n' || c == '\r';
    }
}
