package jp.otodoke.inventory;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.inbox.Subject;
import jp.otodoke.inventory.StockLevels.Counted;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Sku;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Compares the warehouse's count with the ledger; a difference becomes a task, the ledger stays as it is. */
@Component
public class RecordStockSnapshot {
    private static final int SHOWN = 10;

    private final JdbcClient jdbc;
    private final StockLevels levels;
    private final Inbox inbox;
    private final BusinessClock clock;

    RecordStockSnapshot(JdbcClient jdbc, StockLevels levels, Inbox inbox, BusinessClock clock) {
        this.jdbc = jdbc;
        this.levels = levels;
        this.inbox = inbox;
        this.clock = clock;
    }

    /**
     * A SKU that the warehouse does not list is not compared: absence is not zero. The same snapshot again changes
     * nothing.
     */
    @Transactional
    public void record(Instant asOf, Warehouse warehouse, List<SnapshotRow> rows) {
        var differences = differences(warehouse, rows);
        var fresh = jdbc.sql(
                        """
                        insert into stock_snapshot (warehouse, as_of, rows, differing)
                        values (:warehouse, :asOf, :rows, :differing) on conflict do nothing returning id
                        """)
                .param("warehouse", warehouse.code())
                .param("asOf", Timestamp.from(asOf))
                .param("rows", rows.size())
                .param("differing", differences.size())
                .query(Long.class)
                .optional();
        if (fresh.isPresent() && !differences.isEmpty()) {
            insert(fresh.get(), differences);
            inbox.open(task(asOf, warehouse, differences));
        }
    }

    /** Pieces in a condition that we have no word for are not compared. */
    private List<Difference> differences(Warehouse warehouse, List<SnapshotRow> rows) {
        var listed = rows.stream().map(SnapshotRow::itemCode).collect(Collectors.toCollection(TreeSet::new));
        var theirs = new TreeMap<Counted, Long>();
        rows.forEach(row -> row.ofCondition()
                .ifPresent(condition -> theirs.merge(new Counted(row.itemCode(), condition), row.onHand(), Long::sum)));
        var ours = levels.onHand(warehouse, listed);
        var all = new TreeSet<>(theirs.keySet());
        all.addAll(ours.keySet());
        return all.stream()
                .map(what -> new Difference(what, ours.getOrDefault(what, 0L), theirs.getOrDefault(what, 0L)))
                .filter(d -> d.onHand() != d.counted())
                .toList();
    }

    private void insert(long snapshot, List<Difference> differences) {
        jdbc.sql(
                        """
                        insert into stock_snapshot_difference (snapshot_id, sku, condition, on_hand, counted)
                        select :snapshot, d.sku, d.condition, d.on_hand, d.counted
                          from unnest(:skus::text[], :conditions::text[], :onHand::bigint[], :counted::bigint[])
                                   d(sku, condition, on_hand, counted)
                        """)
                .param("snapshot", snapshot)
                .param(
                        "skus",
                        differences.stream().map(d -> d.what().sku().value()).toArray(String[]::new))
                .param(
                        "conditions",
                        differences.stream()
                                .map(d -> d.what().condition().name())
                                .toArray(String[]::new))
                .param("onHand", differences.stream().map(Difference::onHand).toArray(Long[]::new))
                .param("counted", differences.stream().map(Difference::counted).toArray(Long[]::new))
                .update();
    }

    private NewTask task(Instant asOf, Warehouse warehouse, List<Difference> differences) {
        var reason = BilingualText.of(
                "task.stock-difference.reason",
                warehouse.code(),
                LocalDateTime.ofInstant(asOf, BusinessClock.TOKYO),
                differences.size(),
                BilingualText.list(
                        differences.stream().limit(SHOWN).map(Difference::text).toList()),
                differences.size() > SHOWN ? BilingualText.of("task.stock-difference.more") : "");
        return NewTask.of(
                        "stock-difference",
                        "stock-difference:" + warehouse + ":" + asOf,
                        new Subject(WarehouseSubject.KIND, warehouse.code()),
                        reason)
                .dueAt(clock.instant().plus(Duration.ofDays(1)));
    }

    /** One row of the warehouse's count. */
    public record SnapshotRow(
            Sku itemCode,
            @Nullable String lot,
            java.time.@Nullable LocalDate expiry,
            @Nullable String condition,
            long onHand,
            long allocated) {
        Optional<StockCondition> ofCondition() {
            if (condition == null || condition.isBlank() || condition.equals("良品")) {
                return Optional.of(StockCondition.GOOD);
            }
            return Arrays.stream(StockCondition.values())
                    .filter(known -> known.name().equals(condition))
                    .findFirst();
        }
    }

    private record Difference(Counted what, long onHand, long counted) {
        BilingualText text() {
            return what.condition() == StockCondition.GOOD
                    ? BilingualText.of("task.stock-difference.product", what.sku(), onHand, counted)
                    : BilingualText.of(
                            "task.stock-difference.product-condition",
                            what.sku(),
                            BilingualText.named(
                                    "stock.condition", what.condition().name()),
                            onHand,
                            counted);
        }
    }
}
