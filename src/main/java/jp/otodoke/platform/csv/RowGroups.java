package jp.otodoke.platform.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import jp.otodoke.platform.files.KeyNumbers;
import jp.otodoke.platform.files.LargeList;

/**
 * Which rows of a file belong together, wherever in it they are; groups stand in the order of their first rows. Fed
 * with the key of each row, it holds eight bytes a row.
 */
public final class RowGroups {
    private static final int NONE = -1;

    private final KeyNumbers numbers = new KeyNumbers();
    private int[] firstOf = new int[64];
    private int[] lastOf = new int[64];
    private int[] following = new int[64];
    private int rows;
    private int size;

    /** The next row belongs to the group of that key. */
    public void add(String key) {
        int group = numbers.number(key);
        following = with(following, rows, NONE);
        if (group == size) {
            firstOf = with(firstOf, group, rows);
            size++;
        } else {
            following[lastOf[group]] = rows;
        }
        lastOf = with(lastOf, group, rows);
        rows++;
    }

    /**
     * The groups of the rows.
     *
     * @param most no more rows than that are given of a group
     */
    public <E> List<E> of(List<CsvRow> all, int most, Function<List<CsvRow>, E> element) {
        return groups(Arrays.copyOf(firstOf, size), Arrays.copyOf(following, rows), all, most, element);
    }

    private static <E> List<E> groups(
            int[] first, int[] following, List<CsvRow> all, int most, Function<List<CsvRow>, E> element) {
        return new LargeList<>() {
            @Override
            protected List<E> load(int from, int to) {
                return IntStream.range(from, to)
                        .mapToObj(group -> element.apply(group(group)))
                        .toList();
            }

            private List<CsvRow> group(int number) {
                var found = new ArrayList<CsvRow>();
                for (int row = first[number]; row != NONE && found.size() < most; row = following[row]) {
                    found.add(all.get(row));
                }
                return found;
            }

            @Override
            public int size() {
                return first.length;
            }
        };
    }

    private static int[] with(int[] values, int place, int value) {
        var all = place == values.length ? Arrays.copyOf(values, place * 2) : values;
        all[place] = value;
        return all;
    }
}
