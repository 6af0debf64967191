package jp.otodoke.partners.shop;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.otodoke.shared.TextNormalizer;

/** One record of a file with the physical line it starts on. */
record Row(Sheet sheet, int line, String[] cells) {
    /** The cleaned cell; empty where the file has no such column. */
    String get(Column column) {
        int place = sheet.place(column);
        return place < 0 || place >= cells.length ? "" : TextNormalizer.clean(cells[place]);
    }

    /** The cell as it stands in the file; empty where the row ends before it. */
    String raw(int place) {
        return place < cells.length ? cells[place] : "";
    }

    /** The same row with other cells. */
    Row with(IntFunction<String> cell) {
        return new Row(
                sheet, line, IntStream.range(0, sheet.width()).mapToObj(cell).toArray(String[]::new));
    }

    /** What stands behind the last column. */
    List<String> beyond() {
        return cells.length <= sheet.width() ? List.of() : List.of(cells).subList(sheet.width(), cells.length);
    }

    boolean wholeWidth() {
        return cells.length == sheet.width();
    }

    /** For a person's task: what stands in the row, empty cells left out. */
    String readable() {
        return readable(cell -> cell);
    }

    /** @param shown what is to be seen of a cell */
    String readable(UnaryOperator<String> shown) {
        return IntStream.range(0, cells.length)
                .filter(i -> !cells[i].isBlank())
                .mapToObj(i -> (i < sheet.width() ? sheet.nameAt(i) : "?") + "=" + shown.apply(visible(cells[i])))
                .collect(Collectors.joining(", "));
    }

    private static String visible(String cell) {
        return cell.strip().replaceAll("\\p{Cntrl}+", " ");
    }
}
