package jp.otodoke.shared.csv;

import java.util.List;

/**
 * A column as a format knows it.
 *
 * @param nth which of several columns of that name, from 0
 */
public record CsvColumn(String name, int nth, List<String> aliases) {
    public static CsvColumn of(String name, String... aliases) {
        return new CsvColumn(name, 0, List.of(aliases));
    }

    public static CsvColumn second(String name) {
        return new CsvColumn(name, 1, List.of());
    }
}
