package jp.otodoke.inventory;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inventory.DifferenceDecisions.Left;
import jp.otodoke.inventory.DifferenceDecisions.Why;
import jp.otodoke.inventory.StockDifference.State;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.staff.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The differences that a person is deciding about: locked, decided, and their tasks closed with the last of a count. */
@Component
class UndecidedDifferences {
    static final int MOST = 10_000;
    static final int LONGEST_REASON = 200;

    private final JdbcClient jdbc;
    private final Inbox inbox;
    private final AuditTrail audit;
    private final BusinessClock clock;

    UndecidedDifferences(JdbcClient jdbc, Inbox inbox, AuditTrail audit, BusinessClock clock) {
        this.jdbc = jdbc;
        this.inbox = inbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Locks them, so that nobody decides about them twice; unknown ids are omitted. */
    Map<Long, Row> lock(Collection<Long> ids) {
        return jdbc
                .sql(
                        """
                        select id, snapshot_id, warehouse, sku, condition, on_hand, counted, state, decided_by
                          from stock_snapshot_difference where id = any(:ids) order by id for update
                        """)
                .param("ids", ids.toArray(Long[]::new))
                .query((row, i) -> new Row(
                        row.getLong("id"),
                        row.getLong("snapshot_id"),
                        new CountedStock(
                                Sku.of(row.getString("sku")),
                                Warehouse.of(row.getString("warehouse")),
                                StockCondition.valueOf(row.getString("condition"))),
                        row.getLong("on_hand"),
                        row.getLong("counted") - row.getLong("on_hand"),
                        State.valueOf(row.getString("state")),
                        row.getString("decided_by")))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::id, row -> row, (a, b) -> a, TreeMap::new));
    }

    static Left unknown(long id) {
        return new Left(id, Why.UNKNOWN, BilingualText.of("stock.difference.unknown", id), List.of());
    }

    static Left decided(Row row) {
        return new Left(
                row.id(),
                Why.DECIDED,
                row.text(
                        "stock.difference.decided",
                        BilingualText.named(
                                "stock.difference.state", row.state().name()),
                        row.decidedBy() == null ? "" : row.decidedBy()),
                List.of());
    }

    void decide(State state, Collection<Row> rows, String reason, String by) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        update stock_snapshot_difference set state = :state, reason = :reason, decided_by = :by, decided_at = :now
                         where id = any(:ids)
                        """)
                .param("state", state.name())
                .param("reason", reason)
                .param("by", by)
                .param("now", Timestamp.from(clock.instant()))
                .param("ids", rows.stream().map(Row::id).toArray(Long[]::new))
                .update();
        closeTasks(rows.stream().map(Row::snapshot).collect(Collectors.toSet()));
        record(state, rows, reason);
    }

    /** One entry a warehouse; each difference keeps who decided, when and why. */
    private void record(State state, Collection<Row> rows, String reason) {
        rows.stream()
                .collect(Collectors.groupingBy(row -> row.counted().warehouse(), TreeMap::new, Collectors.toList()))
                .forEach((warehouse, its) -> audit.record(
                        state == State.BOOKED ? "stock-differences-booked" : "stock-differences-dismissed",
                        warehouse.code(),
                        "%s: %s"
                                        .formatted(
                                                reason,
                                                its.stream()
                                                        .limit(20)
                                                        .map(Row::inAudit)
                                                        .collect(Collectors.joining(", ")))
                                + (its.size() > 20 ? " … (%d)".formatted(its.size()) : "")));
    }

    /**
     * Closes those of counts of which nothing is undecided any more. Who decides the last but one waits for whoever is
     * deciding the last, and looks afterwards; else each would leave the task to the other.
     */
    void closeTasks(Collection<Long> snapshots) {
        if (snapshots.isEmpty()) {
            return;
        }
        jdbc.sql("select id from stock_snapshot where id = any(:snapshots) order by id for no key update")
                .param("snapshots", snapshots.toArray(Long[]::new))
                .query(Long.class)
                .list();
        inbox.close(jdbc.sql(
                        """
                                select warehouse, as_of from stock_snapshot s
                                 where s.id = any(:snapshots)
                                   and not exists (select 1 from stock_snapshot_difference d
                                                    where d.snapshot_id = s.id and d.state = 'OPEN')
                                """)
                .param("snapshots", snapshots.toArray(Long[]::new))
                .query((row, i) -> RecordStockSnapshot.taskKey(
                        Warehouse.of(row.getString("warehouse")),
                        row.getTimestamp("as_of").toInstant()))
                .list());
    }

    /** @throws InvalidInput names what is missing or too much */
    static String checked(Collection<@Nullable Long> ids, @Nullable String reason) {
        if (ids.isEmpty() || ids.stream().anyMatch(Objects::isNull)) {
            throw new InvalidInput("ids", "required", BilingualText.of("stock.difference.problem.ids"));
        }
        if (ids.size() > MOST) {
            throw new InvalidInput("ids", "too-many", BilingualText.of("stock.difference.problem.ids-many", MOST));
        }
        var text = TextNormalizer.clean(reason);
        if (text.isEmpty()) {
            throw new InvalidInput("reason", "required", BilingualText.of("stock.difference.problem.reason"));
        }
        if (text.length() > LONGEST_REASON) {
            throw new InvalidInput(
                    "reason", "too-long", BilingualText.of("stock.difference.problem.reason-long", LONGEST_REASON));
        }
        return text;
    }

    /** @param difference pieces more than the ledger had */
    record Row(
            long id,
            long snapshot,
            CountedStock counted,
            long onHand,
            long difference,
            State state,
            @Nullable String decidedBy) {
        boolean isOpen() {
            return state == State.OPEN;
        }

        /** @param arguments of the message after warehouse, SKU and condition */
        BilingualText text(String key, Object... arguments) {
            var all = new Object[arguments.length + 3];
            all[0] = counted.warehouse().name();
            all[1] = counted.sku();
            all[2] = BilingualText.named("stock.condition", counted.condition().name());
            System.arraycopy(arguments, 0, all, 3, arguments.length);
            return BilingualText.of(key, all);
        }

        private String inAudit() {
            return "%s %s %+d".formatted(counted.sku(), counted.condition(), difference);
        }
    }
}
