package jp.otodoke.demo.simulators;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One shipment as a SHIP file instructs it: header values of its first row, and all its lines. */
record ShipOrder(
        String shipNo,
        int revision,
        LocalDate shipDate,
        String carrier,
        @Nullable LocalDate deliveryDate,
        String timeSlot,
        String prefecture,
        long codAmount,
        List<Line> lines) {

    record Line(int lineNo, String itemCode, int quantity, String kind) {}

    /** Rows that can't be read, by shipment: what is wrong with the first of them. */
    record Reading(List<ShipOrder> orders, Map<String, String> unreadable) {}

    static Reading read(List<NamedCsvRecord> rows) {
        var orders = new LinkedHashMap<String, ShipOrder>();
        var unreadable = new LinkedHashMap<String, String>();
        for (NamedCsvRecord row : rows) {
            String shipNo = row.getField("ship_no");
            try {
                orders.computeIfAbsent(shipNo, n -> header(row)).lines().add(line(row));
            } catch (RuntimeException e) {
                unreadable.putIfAbsent(shipNo, String.valueOf(e.getMessage()));
            }
        }
        unreadable.keySet().forEach(orders::remove);
        return new Reading(List.copyOf(orders.values()), unreadable);
    }

    private static ShipOrder header(NamedCsvRecord row) {
        String delivery = row.getField("delivery_date");
        return new ShipOrder(
                row.getField("ship_no"),
                Integer.parseInt(row.getField("revision")),
                LocalDate.parse(row.getField("ship_date")),
                row.getField("carrier"),
                delivery.isEmpty() ? null : LocalDate.parse(delivery),
                row.getField("time_slot"),
                row.getField("prefecture"),
                row.findField("cod_amount")
                        .filter(amount -> !amount.isEmpty())
                        .map(Long::valueOf)
                        .orElse(0L),
                new ArrayList<>());
    }

    private static Line line(NamedCsvRecord row) {
        return new Line(
                Integer.parseInt(row.getField("line_no")),
                row.getField("item_code"),
                Integer.parseInt(row.getField("quantity")),
                row.getField("kind"));
    }
}
