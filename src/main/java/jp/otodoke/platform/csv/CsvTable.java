package jp.otodoke.platform.csv;

import java.util.ArrayList;
import java.util.List;
import jp.otodoke.platform.csv.UnreadableCsv.Reason;

/** A file of rows below a header. Rows are read lazily, so that a wrong header is reported first. */
public final class CsvTable {
    private final CsvRecords records;
    private final CsvHeader header;
    private final boolean normalised;

    private CsvTable(CsvRecords records, CsvHeader header, boolean normalised) {
        this.records = records;
        this.header = header;
        this.normalised = normalised;
    }

    /** @throws UnreadableCsv when not even a header can be read */
    public static CsvTable open(byte[] content, CsvDialect dialect) {
        var records = CsvRecords.of(content, dialect);
        if (!records.hasNext()) {
            throw new UnreadableCsv(Reason.EMPTY, 1, "");
        }
        return new CsvTable(records, new CsvHeader(records.next().cells()), dialect.normalised());
    }

    public CsvHeader header() {
        return header;
    }

    /**
     * All rows, once.
     *
     * @throws UnreadableCsv where the text stops being CSV
     */
    public List<CsvRow> rows() {
        var rows = new ArrayList<CsvRow>();
        records.forEachRemaining(record -> rows.add(new CsvRow(header, record, normalised)));
        return rows;
    }

    /** Whether the last line has no line break and fewer cells than the header: the file was cut off in it. */
    public static boolean cutOffIn(CsvRow last) {
        return !last.ended() && last.cells().size() < last.header().width();
    }
}
