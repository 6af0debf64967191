package jp.otodoke.platform.csv;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.otodoke.shared.TextNormalizer;

/** The first row of a file: finds columns by name, whatever their order; unknown ones stay unread. */
public final class CsvHeader {
    private final List<String> names;
    private final Map<String, List<Integer>> places = new HashMap<>();
    private final Map<CsvColumn, Integer> found = new HashMap<>();

    public CsvHeader(List<String> cells) {
        names = cells.stream().map(String::strip).toList();
        IntStream.range(0, names.size()).forEach(i -> places.computeIfAbsent(key(names.get(i)), k -> new ArrayList<>())
                .add(i));
    }

    public List<String> names() {
        return names;
    }

    /** Where the column stands, or -1. */
    public int place(CsvColumn column) {
        return found.computeIfAbsent(column, this::search);
    }

    public boolean has(CsvColumn column) {
        return place(column) >= 0;
    }

    /** The column's name as this file writes it. */
    public String nameOf(CsvColumn column) {
        int place = place(column);
        return place < 0 ? column.name() : names.get(place);
    }

    public String nameAt(int place) {
        return names.get(Math.min(place, names.size() - 1));
    }

    public int width() {
        return names.size();
    }

    public List<CsvColumn> missing(Collection<CsvColumn> wanted) {
        return wanted.stream().filter(column -> !has(column)).toList();
    }

    /** A column name may occur only once: otherwise it would be ambiguous which one applies. */
    public List<CsvColumn> duplicates(Collection<CsvColumn> wanted) {
        return wanted.stream()
                .filter(column ->
                        places.getOrDefault(key(nameOf(column)), List.of()).size() > 1)
                .toList();
    }

    private int search(CsvColumn column) {
        return Stream.concat(Stream.of(column.name()), column.aliases().stream())
                .map(name -> places.getOrDefault(key(name), List.of()))
                .filter(list -> list.size() > column.nth())
                .map(list -> list.get(column.nth()))
                .findFirst()
                .orElse(-1);
    }

    private static String key(String name) {
        return TextNormalizer.clean(name).replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }
}
