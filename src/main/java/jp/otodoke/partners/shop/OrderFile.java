package jp.otodoke.partners.shop;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import jp.otodoke.platform.csv.CsvDialect;
import jp.otodoke.platform.csv.CsvDialect.Controls;
import jp.otodoke.platform.csv.CsvDialect.StrayQuotes;
import jp.otodoke.platform.csv.CsvRow;
import jp.otodoke.platform.csv.CsvTable;
import jp.otodoke.platform.csv.Mistake;
import jp.otodoke.platform.csv.RowGroups;
import jp.otodoke.platform.csv.UnreadableCsv;
import jp.otodoke.platform.files.FileContent;

/** Reads a whole order file and groups its rows into orders, wherever in the file they are. */
final class OrderFile {
    /** No order has that many lines and charges. */
    static final int MOST_ROWS = 2_000;

    private OrderFile() {}

    /**
     * After a stray quote the following cells can no longer be trusted; odd characters are a mistake of the one
     * order.
     */
    static CsvDialect dialect(List<Charset> charsets) {
        return dialect(charsets, StrayQuotes.REFUSED);
    }

    static CsvDialect dialect(List<Charset> charsets, StrayQuotes strayQuotes) {
        return new CsvDialect(charsets, strayQuotes, Controls.ALLOWED, false, true);
    }

    /** The orders, each read from the content when it is asked for. */
    static List<ReadOrder> read(OrderFormat format, FileContent content) {
        var groups = new RowGroups();
        var rows = rows(format, content, row -> groups.add(key(format, row)));
        return groups.of(rows, MOST_ROWS + 1, ofOrder -> order(format, ofOrder));
    }

    /** The orders of that number, of which a file has one; those without a number are not found. */
    static List<ReadOrder> find(OrderFormat format, FileContent content, String number) {
        List<CsvRow> found = new ArrayList<>();
        rows(format, content, row -> {
            if (found.size() <= MOST_ROWS && format.number(row).equals(number)) {
                found.add(row);
            }
        });
        return found.isEmpty() ? List.of() : List.of(order(format, found));
    }

    private static ReadOrder order(OrderFormat format, List<CsvRow> rows) {
        boolean tooMany = rows.size() > MOST_ROWS;
        var order = format.read(tooMany ? List.copyOf(rows.subList(0, MOST_ROWS)) : rows);
        if (order.number().isEmpty()) {
            return order.nameless();
        }
        return tooMany ? order.tooLong(MOST_ROWS) : order;
    }

    private static List<CsvRow> rows(OrderFormat format, FileContent content, Consumer<CsvRow> use) {
        try {
            var table = CsvTable.open(content, format.dialect());
            requireColumns(format, table);
            return table.rows(row -> {
                if (CsvTable.cutOffIn(row)) {
                    throw new UnreadableFile(
                            row.line(), row.header().nameAt(row.cells().size()), "truncated", "truncated");
                }
                use.accept(row);
            });
        } catch (UnreadableCsv unreadable) {
            throw refused(unreadable);
        }
    }

    private static void requireColumns(OrderFormat format, CsvTable table) {
        var header = table.header();
        var missing = header.missing(format.required()).stream()
                .map(c -> Mistake.of(1, c.name(), Mistake.REQUIRED, "column-missing", c.name()))
                .toList();
        var duplicates = header.duplicates(format.required()).stream()
                .map(c -> Mistake.of(1, header.nameOf(c), Mistake.INVALID, "column-twice", header.nameOf(c)))
                .toList();
        if (!missing.isEmpty()) {
            throw new UnreadableFile(missing);
        }
        if (!duplicates.isEmpty()) {
            throw new UnreadableFile(duplicates);
        }
    }

    private static UnreadableFile refused(UnreadableCsv unreadable) {
        int line = unreadable.line();
        return switch (unreadable.reason()) {
            case EMPTY -> new UnreadableFile(line, "file", Mistake.REQUIRED, "empty");
            case OPEN_QUOTE, CUT_OFF -> new UnreadableFile(line, "file", "truncated", "open-quote");
            case LONG_CELL -> new UnreadableFile(line, "file", "too-long", "long-cell");
            case LONG_RECORD -> new UnreadableFile(line, "file", "too-long", "long-record");
            case TOO_MANY_ROWS ->
                new UnreadableFile(line, "file", "too-many-rows", "too-many-rows", unreadable.detail());
            case STRAY_QUOTE, UNPAIRED_QUOTES -> new UnreadableFile(line, "file", "quote", "stray-quote");
            case ENCODING, IS_UTF8, CONTROL_CHARACTER ->
                new UnreadableFile(line, "file", "encoding", "encoding", unreadable.detail());
        };
    }

    /** A row without an order number is an order of its own. */
    private static String key(OrderFormat format, CsvRow row) {
        var number = format.number(row);
        return number.isEmpty() ? "\n" + row.line() : number;
    }
}
