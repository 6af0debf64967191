package jp.otodoke.platform.csv;

import java.util.Arrays;

/** Where the physical lines of a text begin; CRLF, LF and CR each end one. */
final class LineStarts {
    private final int[] starts;

    private LineStarts(int[] starts) {
        this.starts = starts;
    }

    static LineStarts of(String text) {
        var starts = new int[16];
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
                if (lines == starts.length) {
                    starts = Arrays.copyOf(starts, lines * 2);
                }
                starts[lines++] = i + 1;
            }
        }
        return new LineStarts(Arrays.copyOf(starts, lines));
    }

    /** How many lines there are; behind the last line break begins one more. */
    int count() {
        return starts.length;
    }

    /** @param line from 1 */
    int at(int line) {
        return starts[line - 1];
    }
}
