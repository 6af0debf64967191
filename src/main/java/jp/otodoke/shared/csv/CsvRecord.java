package jp.otodoke.shared.csv;

import java.util.List;

/**
 * The cells of one record as they stand in the file.
 *
 * @param line the physical line it begins on, from 1
 * @param ended whether a line break follows
 * @param source where its text stands
 */
public record CsvRecord(int line, List<String> cells, boolean ended, RawText source) {
    /** Its text as it stood in the file, line breaks as {@code \n}. */
    public String raw() {
        return source.text();
    }

    /** A part of the file's text, copied only when somebody asks for it. */
    public record RawText(String file, int from, int to) {
        String text() {
            return file.substring(from, to).strip().replaceAll("\r\n?", "\n");
        }
    }
}
