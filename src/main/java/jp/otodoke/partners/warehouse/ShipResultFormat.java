package jp.otodoke.partners.warehouse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import jp.otodoke.fulfilment.RecordShipResults;
import jp.otodoke.fulfilment.ShipResult;
import jp.otodoke.fulfilment.ShipResult.ResultLine;
import jp.otodoke.partners.exchange.FileFormat;
import jp.otodoke.partners.exchange.FileRecord;
import jp.otodoke.partners.exchange.Outcome;
import jp.otodoke.partners.exchange.csv.CsvFormat;
import jp.otodoke.partners.exchange.csv.PartnerCsv;
import jp.otodoke.partners.exchange.csv.RowReader;
import jp.otodoke.platform.csv.CsvRow;
import jp.otodoke.platform.csv.Mistake;
import jp.otodoke.platform.csv.RowGroups;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.shared.ShipmentNumber;
import jp.otodoke.shared.Sku;

/**
 * What has actually left the warehouse. The rows of one shipment and result number are one record, booked together
 * or not at all. Several tracking numbers in it are several parcels.
 */
class ShipResultFormat implements FileFormat<List<ShipResult>> {
    private static final List<String> HEADER = List.of(
            "ship_no",
            "result_no",
            "shipped_at",
            "carrier",
            "tracking_no",
            "line_no",
            "item_code",
            "quantity",
            "lot",
            "expiry",
            "final");
    private static final Set<String> FOUND_BY = Set.of("ship_no", "tracking_no");
    private static final Set<String> YES = Set.of("1", "Y", "YES", "TRUE");
    private static final Set<String> NO = Set.of("0", "N", "NO", "FALSE", "");

    /** No shipment has that many lines and lots. */
    private static final int MOST_ROWS = 1_000;

    private final String partner;
    private final OwnShipments ownShipments;
    private final RecordShipResults recordShipResults;

    ShipResultFormat(String partner, OwnShipments ownShipments, RecordShipResults recordShipResults) {
        this.partner = partner;
        this.ownShipments = ownShipments;
        this.recordShipResults = recordShipResults;
    }

    @Override
    public String partner() {
        return partner;
    }

    @Override
    public String type() {
        return "SHIPRESULT";
    }

    @Override
    public boolean named(String fileName) {
        return WarehouseExchange.named(type(), fileName);
    }

    @Override
    public List<FileRecord<List<ShipResult>>> read(String fileName, FileContent content) {
        var groups = new RowGroups();
        var rows = PartnerCsv.read(content, HEADER);
        rows.forEach(row -> groups.add(row.get("ship_no") + "\n" + row.get("result_no")));
        return groups.of(rows, MOST_ROWS + 1, ShipResultFormat::record);
    }

    /** A warehouse that repeats a row literally has not shipped twice the quantity. */
    private static List<CsvRow> once(List<CsvRow> rows) {
        var seen = new HashSet<String>();
        return rows.stream().filter(row -> seen.add(row.raw())).toList();
    }

    private static FileRecord<List<ShipResult>> record(List<CsvRow> all) {
        var mistakes = new ArrayList<Mistake>();
        if (all.size() > MOST_ROWS) {
            mistakes.add(
                    Mistake.of(all.get(0).line(), "", Mistake.INVALID, "too-many-rows", String.valueOf(MOST_ROWS)));
        }
        var rows = once(all);
        var references = new HashSet<String>();
        var parts = new ArrayList<Part>();
        for (var row : rows) {
            var reader = new RowReader(row);
            parts.add(part(reader));
            mistakes.addAll(reader.mistakes());
            references.addAll(CsvFormat.references(row, FOUND_BY));
        }
        int line = rows.get(0).line();
        agree(line, parts, mistakes);
        var raw = String.join("\n", rows.stream().map(CsvRow::raw).toList());
        return mistakes.isEmpty()
                ? FileRecord.good(line, raw, parcels(parts), references)
                : FileRecord.bad(line, raw, mistakes, references);
    }

    private static Part part(RowReader row) {
        var quantity = row.quantity("quantity");
        var line = new ResultLine(
                row.integer("line_no", 1),
                row.code("item_code", Sku::of),
                quantity,
                row.optional("lot"),
                row.date("expiry"));
        return new Part(
                new ShipResult(
                        row.code("ship_no", ShipmentNumber::of),
                        row.code("result_no"),
                        row.instant("shipped_at"),
                        quantity == 0 ? row.text("carrier") : row.required("carrier"),
                        quantity == 0 ? row.text("tracking_no") : row.trackingNumber("tracking_no"),
                        List.of(line),
                        row.flag("final", YES, NO)),
                line);
    }

    private static void agree(int line, List<Part> parts, List<Mistake> mistakes) {
        var first = parts.get(0).result();
        if (parts.stream().anyMatch(p -> !p.result().shippedAt().equals(first.shippedAt()))) {
            mistakes.add(differs(line, "shipped_at"));
        }
        if (parts.stream()
                .anyMatch(p ->
                        !p.result().carrier().isEmpty() && !p.result().carrier().equals(carrier(parts)))) {
            mistakes.add(differs(line, "carrier"));
        }
        if (parts.stream().anyMatch(p -> p.result().last() != first.last())) {
            mistakes.add(differs(line, "final"));
        }
    }

    /** Rows of nothing need not name it. */
    private static String carrier(List<Part> parts) {
        return parts.stream()
                .map(p -> p.result().carrier())
                .filter(c -> !c.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static Mistake differs(int line, String column) {
        return Mistake.of(line, column, "differs", "differs-in-" + column);
    }

    private static List<ShipResult> parcels(List<Part> parts) {
        var byTracking = new LinkedHashMap<String, List<ResultLine>>();
        parts.forEach(p -> byTracking
                .computeIfAbsent(p.result().trackingNo(), t -> new ArrayList<>())
                .add(p.line()));
        var first = parts.get(0).result();
        var parcels = new ArrayList<ShipResult>();
        byTracking.forEach((tracking, lines) -> parcels.add(new ShipResult(
                first.shipmentNumber(),
                first.resultNo(),
                first.shippedAt(),
                carrier(parts),
                tracking,
                lines,
                first.last() && parcels.size() == byTracking.size() - 1)));
        return parcels;
    }

    @Override
    public Outcome take(Source source, List<FileRecord<List<ShipResult>>> records) {
        var results = records.stream().flatMap(r -> r.get().stream()).toList();
        ownShipments.require(
                partner, results.stream().map(ShipResult::shipmentNumber).toList());
        recordShipResults.record(results);
        return Outcome.created(records.size());
    }

    private record Part(ShipResult result, ResultLine line) {}
}
