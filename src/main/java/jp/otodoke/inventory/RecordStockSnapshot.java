package jp.otodoke.inventory;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

/**
 * Compares the warehouse's count with the ledger; a difference becomes a task, and the ledger stays as it is until a person
 * books it.
 */
@Component
public class RecordStockSnapshot {
    private static final int SHOWN = 10;

    private final JdbcClient jdbc;
    private final StockLevels levels;
    private final UndecidedDifferences undecided;
    private final Inbox inbox;
    private final BusinessClock clock;

    RecordStockSnapshot(
            JdbcClient jdbc, StockLevels levels, UndecidedDifferences undecided, Inbox inbox, BusinessClock clock) {
        this.jdbc = jdbc;
        this.levels = levels;
        this.undecided = undecided;
        this.inbox = inbox;
        this.clock = clock;
    }

    /**
     * A SKU that the warehouse does not list is not compared: absence is not zero; nor is one that it has counted later.
     * What of earlier counts is undecided about the others is replaced. The same snapshot again changes nothing.
     */
    @Transactional
    public void record(Instant asOf, Warehouse warehouse, List<SnapshotRow> rows) {
        var fresh = jdbc.sql(
                        """
                        insert into stock_snapshot (warehouse, as_of, rows, differing)
                        values (:warehouse, :asOf, :rows, 0) on conflict do nothing returning id
                        """)
                .param("warehouse", warehouse.code())
                .param("asOf", Timestamp.from(asOf))
                .param("rows", rows.size())
                .query(Long.class)
                .optional();
        fresh.ifPresent(snapshot -> compare(snapshot, asOf, warehouse, rows));
    }

    private void compare(long snapshot, Instant asOf, Warehouse warehouse, List<SnapshotRow> rows) {
        var latest = latest(asOf, warehouse, rows);
        var replaced = supersede(warehouse, latest);
        var differences = differences(
                warehouse,
                rows.stream().filter(row -> latest.contains(row.itemCode())).toList());
        if (!differences.isEmpty()) {
            insert(snapshot, warehouse, differences);
            inbox.open(task(asOf, warehouse, differences));
        }
        undecided.closeTasks(replaced);
    }

    /** The SKUs of which this is the latest count; whoever counts them meanwhile waits. */
    private Set<Sku> latest(Instant asOf, Warehouse warehouse, List<SnapshotRow> rows) {
        return jdbc.sql(
                        """
                        insert into stock_count (warehouse, sku, as_of)
                        select distinct :warehouse, sku, cast(:asOf as timestamptz) from unnest(:skus::text[]) s(sku) order by sku
                        on conflict (warehouse, sku) do update set as_of = excluded.as_of where stock_count.as_of <= excluded.as_of
                        returning sku
                        """)
                .param("warehouse", warehouse.code())
                .param("asOf", Timestamp.from(asOf))
                .param("skus", rows.stream().map(row -> row.itemCode().value()).toArray(String[]::new))
                .query((row, i) -> Sku.of(row.getString(1)))
                .set();
    }

    /**
     * Locked in the order in which people lock those that they decide about.
     *
     * @return the snapshots concerned
     */
    private Set<Long> supersede(Warehouse warehouse, Set<Sku> counted) {
        return jdbc.sql(
                        """
                        with undecided as materialized (
                                 select id from stock_snapshot_difference
                                  where warehouse = :warehouse and sku = any(:skus) and state = 'OPEN' order by id for update)
                        update stock_snapshot_difference d set state = 'SUPERSEDED' from undecided u where d.id = u.id
                        returning d.snapshot_id
                        """)
                .param("warehouse", warehouse.code())
                .param("skus", counted.stream().map(Sku::value).toArray(String[]::new))
                .query(Long.class)
                .set();
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

    private void insert(long snapshot, Warehouse warehouse, List<Difference> differences) {
        jdbc.sql(
                        """
                        with counted as (update stock_snapshot set differing = :differing where id = :snapshot)
                        insert into stock_snapshot_difference (snapshot_id, warehouse, sku, condition, on_hand, counted)
                        select :snapshot, :warehouse, d.sku, d.condition, d.on_hand, d.counted
                          from unnest(:skus::text[], :conditions::text[], :onHand::bigint[], :counted::bigint[])
                                   d(sku, condition, on_hand, counted)
                        """)
                .param("snapshot", snapshot)
                .param("warehouse", warehouse.code())
                .param("differing", differences.size())
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
                warehouse.name(),
                asOf,
                differences.size(),
                BilingualText.list(
                        differences.stream().limit(SHOWN).map(Difference::text).toList()),
                differences.size() > SHOWN ? BilingualText.of("task.stock-difference.more") : "");
        return NewTask.of(
                        StockDifferenceTask.TYPE,
                        taskKey(warehouse, asOf),
                        new Subject(WarehouseSubject.KIND, warehouse.code()),
                        reason)
                .dueAt(clock.instant().plus(Duration.ofDays(1)));
    }

    static String taskKey(Warehouse warehouse, Instant asOf) {
        return keyOf(warehouse) + asOf;
    }

    /** When the warehouse counted what the task is about. */
    static Instant countedAt(String taskKey, Warehouse warehouse) {
        return Instant.parse(taskKey.substring(keyOf(warehouse).length()));
    }

    private static String keyOf(Warehouse warehouse) {
        return StockDifferenceTask.TYPE + ":" + warehouse + ":";
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
