package jp.otodoke.inventory;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.inbox.Subject;
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
     * A SKU that the warehouse does not list is not compared: absence is not zero. Only goods in
     * condition {@code GOOD} (or without one) count. The same snapshot again changes nothing.
     */
    @Transactional
    public void record(Instant asOf, String warehouse, List<SnapshotRow> rows) {
        var counted = new TreeMap<Sku, Long>();
        rows.stream().filter(SnapshotRow::sellable).forEach(r -> counted.merge(r.itemCode(), r.onHand(), Long::sum));
        var differences = differences(counted);
        var fresh = jdbc.sql(
                        """
                        insert into stock_snapshot (warehouse, as_of, rows, differing)
                        values (:warehouse, :asOf, :rows, :differing) on conflict do nothing
                        """)
                .param("warehouse", warehouse)
                .param("asOf", Timestamp.from(asOf))
                .param("rows", rows.size())
                .param("differing", differences.size())
                .update();
        if (fresh > 0 && !differences.isEmpty()) {
            inbox.open(task(asOf, warehouse, differences));
        }
    }

    private List<BilingualText> differences(TreeMap<Sku, Long> counted) {
        var result = new ArrayList<BilingualText>();
        for (var level : levels.of(counted.keySet())) {
            var theirs = counted.getOrDefault(level.sku(), 0L);
            if (theirs != level.onHand()) {
                result.add(BilingualText.of("task.stock-difference.product", level.sku(), level.onHand(), theirs));
            }
        }
        return result;
    }

    private NewTask task(Instant asOf, String warehouse, List<BilingualText> differences) {
        var reason = BilingualText.of(
                "task.stock-difference.reason",
                warehouse,
                LocalDateTime.ofInstant(asOf, BusinessClock.TOKYO),
                differences.size(),
                BilingualText.list(differences.subList(0, Math.min(SHOWN, differences.size()))),
                differences.size() > SHOWN ? BilingualText.of("task.stock-difference.more") : "");
        return NewTask.of(
                        "stock-difference",
                        "stock-difference:" + warehouse + ":" + asOf,
                        new Subject(WarehouseSubject.KIND, warehouse),
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
        boolean sellable() {
            return condition == null || condition.isBlank() || condition.equals("GOOD") || condition.equals("良品");
        }
    }
}
