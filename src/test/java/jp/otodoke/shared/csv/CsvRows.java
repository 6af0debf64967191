package jp.otodoke.shared.csv;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rows as they come out of a file, made of their cells. */
public final class CsvRows {
    private CsvRows() {}

    /** The second line of a file with these columns, read to the letter. */
    public static CsvRow row(Map<String, String> cells) {
        return row(cells, false);
    }

    /** The second line of a file with these columns, brought to one width. */
    public static CsvRow normalised(Map<String, String> cells) {
        return row(cells, true);
    }

    private static CsvRow row(Map<String, String> cells, boolean normalised) {
        var sorted = new TreeMap<>(cells);
        var text = String.join(",", sorted.values());
        return new CsvRow(
                new CsvHeader(List.copyOf(sorted.keySet())),
                new CsvRecord(2, List.copyOf(sorted.values()), true, new CsvRecord.RawText(text, 0, text.length())),
                normalised);
    }
}
