package jp.otodoke.platform.csv;

import java.util.function.Consumer;
import jp.otodoke.platform.csv.UnreadableCsv.Reason;
import jp.otodoke.platform.files.FileContent;

/** A file of rows below a header. Rows are read lazily, so that a wrong header is reported first. */
public final class CsvTable {
    private final CsvFile file;
    private final CsvHeader header;
    private final boolean normalised;

    private CsvTable(CsvFile file, CsvHeader header, boolean normalised) {
        this.file = file;
        this.header = header;
        this.normalised = normalised;
    }

    /** @throws UnreadableCsv when not even a header can be read */
    public static CsvTable open(FileContent content, CsvDialect dialect) {
        var file = CsvFile.open(content, dialect);
        var records = file.records();
        if (!records.hasNext()) {
            throw new UnreadableCsv(Reason.EMPTY, 1, "");
        }
        return new CsvTable(file, new CsvHeader(records.next().cells()), dialect.normalised());
    }

    public CsvHeader header() {
        return header;
    }

    /**
     * All rows, of which none is held.
     *
     * @throws UnreadableCsv where the text stops being CSV
     */
    public TableRows rows() {
        return rows(row -> {});
    }

    /** @param first sees each row once, in their order, before anything else is done with any */
    public TableRows rows(Consumer<CsvRow> first) {
        return TableRows.of(file, header, normalised, first);
    }

    /** Whether the last line has no line break and fewer cells than the header: the file was cut off in it. */
    public static boolean cutOffIn(CsvRow last) {
        return !last.ended() && last.cells().size() < last.header().width();
    }
}
