package jp.otodoke.partners.warehouse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import jp.otodoke.inventory.RecordStockSnapshot;
import jp.otodoke.inventory.RecordStockSnapshot.SnapshotRow;
import jp.otodoke.inventory.Warehouse;
import jp.otodoke.partners.exchange.FileFormat;
import jp.otodoke.partners.exchange.FileRecord;
import jp.otodoke.partners.exchange.FileRefused;
import jp.otodoke.partners.exchange.Outcome;
import jp.otodoke.partners.exchange.csv.CsvFormat;
import jp.otodoke.partners.exchange.csv.PartnerCsv;
import jp.otodoke.partners.exchange.csv.RowReader;
import jp.otodoke.platform.csv.CsvRow;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.Sku;

/**
 * The warehouse's complete count at one moment, ending with an END row. All readable rows of a moment are one
 * record, because only together can they be compared with the books; a product with an unreadable row is left out
 * of it.
 */
class StockFormat implements FileFormat<StockFormat.Snapshot> {
    private static final List<String> HEADER =
            List.of("as_of", "item_code", "lot", "expiry", "condition", "on_hand", "allocated");

    /** A count is compared with the books as a whole, so that it has to fit into memory. */
    private static final int MOST_ROWS = 500_000;

    private final String partner;
    private final Warehouse warehouse;
    private final RecordStockSnapshot recordStockSnapshot;

    StockFormat(String partner, Warehouse warehouse, RecordStockSnapshot recordStockSnapshot) {
        this.partner = partner;
        this.warehouse = warehouse;
        this.recordStockSnapshot = recordStockSnapshot;
    }

    @Override
    public String partner() {
        return partner;
    }

    @Override
    public String type() {
        return "STOCK";
    }

    @Override
    public boolean named(String fileName) {
        return WarehouseExchange.named(type(), fileName);
    }

    @Override
    public List<FileRecord<Snapshot>> read(String fileName, FileContent content) {
        var rows = PartnerCsv.readWithEnd(content, HEADER);
        if (rows.size() > MOST_ROWS) {
            throw new FileRefused("too-many-rows", BilingualText.of("partners.refused.too-many-rows", MOST_ROWS));
        }
        var unreadable = new HashSet<String>();
        var records = new ArrayList<FileRecord<Snapshot>>();
        var moments = new TreeMap<Instant, List<Counted>>();
        int place = 0;
        for (var row : rows) {
            var reader = new RowReader(row);
            var asOf = reader.instant("as_of");
            var counted = new Counted(place++, counted(reader));
            if (reader.mistakes().isEmpty()) {
                moments.computeIfAbsent(asOf, m -> new ArrayList<>()).add(counted);
            } else {
                unreadable.add(row.get("item_code"));
                records.add(FileRecord.bad(row.line(), row.raw(), reader.mistakes(), references(row)));
            }
        }
        moments.forEach((asOf, counts) -> whole(asOf, counts, unreadable, rows, records));
        return records;
    }

    private static void whole(
            Instant asOf,
            List<Counted> counts,
            Set<String> unreadable,
            List<CsvRow> rows,
            List<FileRecord<Snapshot>> records) {
        var kept = counts.stream()
                .filter(c -> !unreadable.contains(c.count().itemCode().value()))
                .toList();
        if (!kept.isEmpty()) {
            var first = rows.get(kept.get(0).place());
            var snapshot = new Snapshot(asOf, kept.stream().map(Counted::count).toList());
            records.add(FileRecord.good(first.line(), first.raw(), snapshot, Set.of()));
        }
    }

    private static SnapshotRow counted(RowReader row) {
        return new SnapshotRow(
                row.code("item_code", Sku::of),
                row.optional("lot"),
                row.date("expiry"),
                row.optional("condition"),
                row.quantity("on_hand"),
                row.quantity("allocated"));
    }

    private static Set<String> references(CsvRow row) {
        return CsvFormat.references(row, Set.of("item_code"));
    }

    @Override
    public Outcome take(Source source, List<FileRecord<Snapshot>> records) {
        records.stream().map(FileRecord::get).forEach(s -> recordStockSnapshot.record(s.asOf(), warehouse, s.rows()));
        return Outcome.created(records.size());
    }

    /** Everything counted at one moment. */
    record Snapshot(Instant asOf, List<SnapshotRow> rows) {}

    /** @param place of its row in the file */
    private record Counted(int place, SnapshotRow count) {}
}
