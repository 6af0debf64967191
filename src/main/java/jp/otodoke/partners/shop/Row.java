package jp.otodoke.partners.shop;

import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.otodoke.shared.Text;

/** One record of a file with the physical line it starts on. */
record Row(Sheet sheet, int line, String[] cells) {
    /** The cleaned cell; empty where the file has no such column. */
    String get(Column column) {
        int place = sheet.place(column);
        return place < 0 || place >= cells.length ? "" : Text.clean(cells[place]);
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
