package jp.otodoke.platform.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import jp.otodoke.platform.csv.UnreadableCsv.Reason;
import jp.otodoke.platform.files.LargeList;

/** The rows of a table, read again whenever they are asked for: what is held is where each window of them stands. */
public final class TableRows extends LargeList<CsvRow> {
    static final int MOST = 5_000_000;

    /** Rows of an order often lie close together. */
    private static final int WINDOWS_HELD = 4;

    private final CsvFile file;
    private final CsvHeader header;
    private final boolean normalised;
    private final List<CsvWindow> windows;
    private final int[] firstRows;
    private final int headerWindow;
    private final int size;
    private final Map<Integer, List<CsvRow>> held = new LinkedHashMap<>(16, 0.75f, true);

    private TableRows(
            CsvFile file,
            CsvHeader header,
            boolean normalised,
            List<CsvWindow> windows,
            int[] firstRows,
            int headerWindow,
            int size) {
        this.file = file;
        this.header = header;
        this.normalised = normalised;
        this.windows = windows;
        this.firstRows = firstRows;
        this.headerWindow = headerWindow;
        this.size = size;
    }

    static TableRows of(CsvFile file, CsvHeader header, boolean normalised, Consumer<CsvRow> first) {
        var windows = new ArrayList<CsvWindow>();
        var firstRows = new int[64];
        int headerWindow = -1;
        int rows = 0;
        for (var all = file.windows(); all.hasNext(); ) {
            var window = all.next();
            if (windows.size() == firstRows.length) {
                firstRows = Arrays.copyOf(firstRows, firstRows.length * 2);
            }
            firstRows[windows.size()] = rows;
            var records = file.records(window);
            if (headerWindow < 0 && records.hasNext()) {
                records.next();
                headerWindow = windows.size();
            }
            windows.add(window);
            while (records.hasNext()) {
                var row = new CsvRow(header, records.next(), normalised);
                if (rows == MOST) {
                    throw new UnreadableCsv(Reason.TOO_MANY_ROWS, row.line(), String.valueOf(MOST));
                }
                first.accept(row);
                rows++;
            }
        }
        return new TableRows(
                file, header, normalised, windows, Arrays.copyOf(firstRows, windows.size()), headerWindow, rows);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    protected List<CsvRow> load(int from, int to) {
        if (from == to) {
            return List.of();
        }
        int window = windowOf(from);
        var there = rows(window);
        int begin = from - firstRows[window];
        if (to - firstRows[window] <= there.size()) {
            return there.subList(begin, to - firstRows[window]);
        }
        var all = new ArrayList<>(there.subList(begin, there.size()));
        while (all.size() < to - from) {
            var more = rows(++window);
            all.addAll(more.subList(0, Math.min(more.size(), to - from - all.size())));
        }
        return all;
    }

    /** The last window that begins with that row or before it; windows of nothing but empty lines begin with the same. */
    private int windowOf(int row) {
        int found = Arrays.binarySearch(firstRows, row);
        int window = found < 0 ? -found - 2 : found;
        while (window + 1 < firstRows.length && firstRows[window + 1] <= row) {
            window++;
        }
        return window;
    }

    private synchronized List<CsvRow> rows(int window) {
        var rows = held.get(window);
        if (rows == null) {
            if (held.size() == WINDOWS_HELD) {
                held.remove(held.keySet().iterator().next());
            }
            rows = read(window);
            held.put(window, rows);
        }
        return rows;
    }

    private List<CsvRow> read(int window) {
        var rows = new ArrayList<CsvRow>();
        file.records(windows.get(window)).forEachRemaining(record -> rows.add(new CsvRow(header, record, normalised)));
        return Collections.unmodifiableList(window == headerWindow ? rows.subList(1, rows.size()) : rows);
    }
}
