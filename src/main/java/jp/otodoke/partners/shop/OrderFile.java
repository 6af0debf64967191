package jp.otodoke.partners.shop;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.otodoke.platform.csv.CsvDialect;
import jp.otodoke.platform.csv.CsvDialect.Controls;
import jp.otodoke.platform.csv.CsvDialect.StrayQuotes;
import jp.otodoke.platform.csv.CsvRow;
import jp.otodoke.platform.csv.CsvTable;
import jp.otodoke.platform.csv.Mistake;
import jp.otodoke.platform.csv.UnreadableCsv;

/** Reads a whole order file and groups its rows into orders, wherever in the file they are. */
final class OrderFile {
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

    static List<ReadOrder> read(OrderFormat format, byte[] bytes) {
        return rows(format, bytes).values().stream()
                .map(format::read)
                .map(order -> order.number().isEmpty() ? order.nameless() : order)
                .toList();
    }

    private static Map<String, List<CsvRow>> rows(OrderFormat format, byte[] bytes) {
        Map<String, List<CsvRow>> orders = new LinkedHashMap<>();
        try {
            var table = CsvTable.open(bytes, format.dialect());
            requireColumns(format, table);
            for (var row : table.rows()) {
                if (CsvTable.cutOffIn(row)) {
                    throw new UnreadableFile(
                            row.line(), row.header().nameAt(row.cells().size()), "truncated", "truncated");
                }
                orders.computeIfAbsent(key(format, row), k -> new ArrayList<>()).add(row);
            }
        } catch (UnreadableCsv unreadable) {
            throw refused(unreadable);
        }
        return orders;
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
