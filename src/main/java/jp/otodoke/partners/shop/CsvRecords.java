package jp.otodoke.partners.shop;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Comma separated records as in RFC 4180, read strictly: a stray or missing quote means that what
 * follows can no longer be trusted, and a file cut off in its last line is not whole. Knows for each
 * record the physical line it starts on.
 */
final class CsvRecords {
    /** @param ended whether a line break followed */
    record Line(int number, String[] cells, boolean ended) {}

    private final CharSequence text;
    private int at;
    private int line = 1;

    /** Equal cells of neighbouring records share one string: order values repeat on every row. */
    private String[] previous = new String[0];

    CsvRecords(CharSequence text) {
        this.text = text;
    }

    /** The next record that is not an empty line, or null at the end. */
    @Nullable
    Line next() {
        while (at < text.length() && (text.charAt(at) == '\n' || text.charAt(at) == '\r')) {
            lineBreak();
        }
        return at >= text.length() ? null : record();
    }

    private Line record() {
        int start = line;
        List<String> cells = new ArrayList<>(Math.max(16, previous.length));
        while (true) {
            cells.add(shared(cells.size(), cell()));
            if (at >= text.length()) {
                return finish(start, cells, false);
            }
            if (text.charAt(at) == ',') {
                at++;
            } else {
                lineBreak();
                return finish(start, cells, true);
            }
        }
    }

    private Line finish(int start, List<String> cells, boolean ended) {
        previous = cells.toArray(String[]::new);
        return new Line(start, previous, ended);
    }

    private String shared(int place, String cell) {
        return place < previous.length && previous[place].equals(cell) ? previous[place] : cell;
    }

    private String cell() {
        return at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
    }

    private String plain() {
        int start = at;
        while (at < text.length() && !endsCell(text.charAt(at))) {
            if (text.charAt(at) == '"') {
                throw new UnreadableFile(line, "file", "quote", "stray-quote");
            }
            at++;
        }
        return text.subSequence(start, at).toString();
    }

    private String quoted() {
        int opened = line;
        var cell = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != '"') {
                int from = at;
                lineBreakOrCharacter();
                cell.append(text, from, at);
            } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                cell.append('"');
                at += 2;
            } else {
                at++;
                if (at < text.length() && !endsCell(text.charAt(at))) {
                    throw new UnreadableFile(line, "file", "quote", "stray-quote");
                }
                return cell.toString();
            }
        }
        throw new UnreadableFile(opened, "file", "truncated", "open-quote");
    }

    private static boolean endsCell(char c) {
        return c == ',' || c == '\n' || c == '\r';
    }

    private void lineBreakOrCharacter() {
        char c = text.charAt(at);
        if (c == '\n' || c == '\r') {
            lineBreak();
        } else {
            at++;
        }
    }

    /** CRLF, LF and CR each count as one physical line. */
    private void lineBreak() {
        if (text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n') {
            at++;
        }
        at++;
        line++;
    }
}
