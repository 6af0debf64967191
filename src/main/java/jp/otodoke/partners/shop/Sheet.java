package jp.otodoke.partners.shop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.otodoke.shared.TextNormalizer;

/** The header of a file: finds columns by name, whatever their order; unknown ones stay unread. */
final class Sheet {
    private final List<String> names;
    private final Map<String, List<Integer>> places = new HashMap<>();
    private final Map<Column, Integer> found = new HashMap<>();

    Sheet(String[] header) {
        names = Stream.of(header).map(String::strip).toList();
        IntStream.range(0, names.size()).forEach(i -> places.computeIfAbsent(key(names.get(i)), k -> new ArrayList<>())
                .add(i));
    }

    /** Where the column stands, or -1. */
    int place(Column column) {
        return found.computeIfAbsent(column, this::search);
    }

    boolean has(Column column) {
        return place(column) >= 0;
    }

    /** The column's name as this file writes it. */
    String nameOf(Column column) {
        int place = place(column);
        return place < 0 ? column.name() : names.get(place);
    }

    String nameAt(int place) {
        return names.get(Math.min(place, names.size() - 1));
    }

    int width() {
        return names.size();
    }

    void require(List<Column> columns) {
        var missing = columns.stream()
                .filter(c -> !has(c))
                .map(c -> Problem.of(1, c.name(), Problem.REQUIRED, "column-missing", c.name()))
                .toList();
        if (!missing.isEmpty()) {
            throw new UnreadableFile(missing);
        }
    }

    /** Of two columns of one name nobody could say which one holds. */
    void requireOnce(List<Column> columns) {
        var doubled = columns.stream()
                .filter(c -> places.getOrDefault(key(nameOf(c)), List.of()).size() > 1)
                .map(c -> Problem.of(1, nameOf(c), Problem.INVALID, "column-twice", nameOf(c)))
                .toList();
        if (!doubled.isEmpty()) {
            throw new UnreadableFile(doubled);
        }
    }

    private int search(Column column) {
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
