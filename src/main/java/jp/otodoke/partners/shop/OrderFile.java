package jp.otodoke.partners.shop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a whole order file: its rows gathered into orders, wherever in the file they stand. */
final class OrderFile {
    private OrderFile() {}

    static List<ReadOrder> read(OrderFormat format, byte[] bytes) {
        return rows(format, bytes).values().stream()
                .map(format::read)
                .map(order -> order.number().isEmpty() ? order.nameless() : order)
                .toList();
    }

    private static Map<String, List<Row>> rows(OrderFormat format, byte[] bytes) {
        var records = new CsvRecords(FileText.decode(bytes, format.charsets()));
        var header = records.next();
        if (header == null) {
            throw new UnreadableFile(1, "file", Problem.REQUIRED, "empty");
        }
        var sheet = new Sheet(header.cells());
        sheet.require(format.required());
        sheet.requireOnce(format.required());
        Map<String, List<Row>> orders = new LinkedHashMap<>();
        for (var record = records.next(); record != null; record = records.next()) {
            if (!record.ended() && record.cells().length < sheet.width()) {
                throw new UnreadableFile(
                        record.number(), sheet.nameAt(record.cells().length), "truncated", "truncated");
            }
            var row = new Row(sheet, record.number(), record.cells());
            orders.computeIfAbsent(key(format, row), k -> new ArrayList<>()).add(row);
        }
        return orders;
    }

    /** A row without an order number stands alone. */
    private static String key(OrderFormat format, Row row) {
        var number = format.number(row);
        return number.isEmpty() ? "\n" + row.line() : number;
    }
}
