package jp.otodoke.partners.exchange.csv;

import java.util.List;
import java.util.Map;

/**
 * One row of a file.
 *
 * @param line the physical line it begins on
 * @param raw as it stood in the file
 */
public record CsvRow(int line, String raw, List<String> cells, Map<String, Integer> columns) {
    public String cell(String column) {
        var index = columns.get(column);
        if (index == null) {
            throw new IllegalArgumentException("No column " + column);
        }
        return cells.get(index).strip();
    }
}
