package jp.otodoke.platform.csv;

import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.otodoke.shared.TextNormalizer;

/** A record below a header, whose cells are found by their column. */
public final class CsvRow {
    private final CsvHeader header;
    private final CsvRecord record;
    private final boolean normalised;

    /** @param normalised whether cells are brought to one width before they are read */
    public CsvRow(CsvHeader header, CsvRecord record, boolean normalised) {
        this.header = header;
        this.record = record;
        this.normalised = normalised;
    }

    public CsvHeader header() {
        return header;
    }

    /** The physical line it begins on, the header being 1. */
    public int line() {
        return record.line();
    }

    public List<String> cells() {
        return record.cells();
    }

    public String raw() {
        return record.raw();
    }

    /** Whether a line break follows it. */
    boolean ended() {
        return record.ended();
    }

    /** The cell without outer white space; empty where the file has no such column. */
    public String get(CsvColumn column) {
        int place = header.place(column);
        if (place < 0 || place >= cells().size()) {
            return "";
        }
        return normalised
                ? TextNormalizer.clean(cells().get(place))
                : cells().get(place).strip();
    }

    public String get(String column) {
        return get(CsvColumn.of(column));
    }

    /** The cell as it stands in the file; empty where the row ends before it. */
    public String asWritten(int place) {
        return place < cells().size() ? cells().get(place) : "";
    }

    /** The same row with other cells. */
    public CsvRow with(IntFunction<String> cell) {
        var cells = IntStream.range(0, header.width()).mapToObj(cell).toList();
        return new CsvRow(header, new CsvRecord(line(), cells, record.ended(), record.source()), normalised);
    }

    /** What stands behind the last column. */
    public List<String> extraCells() {
        return cells().size() <= header.width() ? List.of() : cells().subList(header.width(), cells().size());
    }

    public boolean hasAllCells() {
        return cells().size() == header.width();
    }

    /** For a person's task: what stands in the row, empty cells left out. */
    public String readable() {
        return readable(cell -> cell);
    }

    /** @param shown what is to be seen of a cell */
    public String readable(UnaryOperator<String> shown) {
        return IntStream.range(0, cells().size())
                .filter(i -> !cells().get(i).isBlank())
                .mapToObj(
                        i -> (i < header.width() ? header.nameAt(i) : "?") + "=" + shown.apply(visible(cells().get(i))))
                .collect(Collectors.joining(", "));
    }

    private static String visible(String cell) {
        return cell.strip().replaceAll("\\p{Cntrl}+", " ");
    }
}
