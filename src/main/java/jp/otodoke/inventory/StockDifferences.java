package jp.otodoke.inventory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jp.otodoke.platform.data.Sorting;
import jp.otodoke.platform.data.StreamedRows;
import jp.otodoke.platform.export.FilterText;
import jp.otodoke.platform.pages.ListLimits;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the differences between warehouses' counts and the ledger. */
@Component
public class StockDifferences {
    public static final Sorting SORTING = new Sorting(
            Map.of(
                    "id", "id",
                    "warehouse", "warehouse",
                    "sku", "sku",
                    "condition", "condition",
                    "asOf", "as_of",
                    "difference", "difference",
                    "state", "state",
                    "decidedAt", "decided_at"),
            "-asOf",
            "id");

    private static final String ROWS =
            """
            (select d.id, d.warehouse, d.sku, p.name, d.condition, s.as_of, d.on_hand, d.counted,
                    d.counted - d.on_hand as difference, coalesce(b.on_hand, 0) as on_hand_now,
                    coalesce(b.allocated, 0) as allocated_now, d.state, d.reason, d.decided_by, d.decided_at
               from stock_snapshot_difference d
               join stock_snapshot s on s.id = d.snapshot_id
               left join stock_balance b
                    on b.sku = d.sku and b.warehouse = d.warehouse and b.condition = d.condition
               left join catalog_product_view p on p.sku = d.sku) difference
            """;

    private final JdbcClient jdbc;

    StockDifferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Optional<StockDifference> find(long id) {
        return jdbc.sql("select * from " + ROWS + " where id = :id")
                .param("id", id)
                .query(StockDifferences::difference)
                .optional();
    }

    /** Those of a count that nobody has decided about. */
    @Transactional(readOnly = true)
    List<StockDifference> open(Warehouse warehouse, Instant asOf) {
        return jdbc.sql("select * from " + ROWS
                        + " where warehouse = :warehouse and as_of = :asOf and state = 'OPEN' order by id")
                .param("warehouse", warehouse.code())
                .param("asOf", Timestamp.from(asOf))
                .query(StockDifferences::difference)
                .list();
    }

    /** @param sort null for the latest count first */
    @Transactional(readOnly = true)
    public List<StockDifference> list(Filter filter, @Nullable String sort, int offset, int limit) {
        var values = new HashMap<String, Object>();
        return jdbc.sql("select * from " + ROWS + filter.where(values) + SORTING.orderBy(sort)
                        + " offset :offset limit :limit")
                .params(values)
                .param("offset", offset)
                .param("limit", limit)
                .query(StockDifferences::difference)
                .list();
    }

    /** Streams all matching ones in list order, for exports of any length. */
    @Transactional(readOnly = true)
    public void each(Filter filter, @Nullable String sort, Consumer<StockDifference> use) {
        var values = new HashMap<String, Object>();
        StreamedRows.each(
                jdbc.sql("select * from " + ROWS + filter.where(values) + SORTING.orderBy(sort))
                        .params(values),
                query -> query.query(StockDifferences::difference),
                use);
    }

    /** Counts up to {@link ListLimits#MAX} + 1. */
    @Transactional(readOnly = true)
    public long count(Filter filter) {
        var values = new HashMap<String, Object>();
        return jdbc.sql("select count(*) from (select 1 from " + ROWS + filter.where(values) + " limit :most) counted")
                .params(values)
                .param("most", ListLimits.MAX + 1)
                .query(Long.class)
                .single();
    }

    private static StockDifference difference(ResultSet row, int index) throws SQLException {
        var decidedAt = row.getTimestamp("decided_at");
        return new StockDifference(
                row.getLong("id"),
                Warehouse.of(row.getString("warehouse")),
                Sku.of(row.getString("sku")),
                row.getString("name"),
                StockCondition.valueOf(row.getString("condition")),
                row.getTimestamp("as_of").toInstant(),
                row.getLong("on_hand"),
                row.getLong("counted"),
                row.getLong("difference"),
                row.getLong("on_hand_now"),
                row.getLong("allocated_now"),
                StockDifference.State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getString("decided_by"),
                decidedAt == null ? null : decidedAt.toInstant());
    }

    /**
     * Which ones; null means any.
     *
     * @param q beginning of a SKU, or a part of the product's name
     */
    public record Filter(
            StockDifference.@Nullable State state,
            @Nullable String warehouse,
            @Nullable StockCondition condition,
            @Nullable String q) {
        /** Built from request parameters, for the page and its exports; an unknown state or condition is any. */
        public static Filter of(
                @Nullable String state, @Nullable String warehouse, @Nullable String condition, @Nullable String q) {
            return new Filter(
                    known(StockDifference.State.values(), state),
                    TextNormalizer.orNull(warehouse),
                    known(StockCondition.values(), condition),
                    TextNormalizer.orNull(q));
        }

        private static <E extends Enum<E>> @Nullable E known(E[] all, @Nullable String asked) {
            return Arrays.stream(all)
                    .filter(one -> one.name().equals(asked))
                    .findFirst()
                    .orElse(null);
        }

        String where(Map<String, Object> values) {
            var conditions = new ArrayList<String>();
            if (state != null) {
                conditions.add("state = :state");
                values.put("state", state.name());
            }
            if (warehouse != null) {
                conditions.add("warehouse = :warehouse");
                values.put("warehouse", warehouse);
            }
            if (condition != null) {
                conditions.add("condition = :condition");
                values.put("condition", condition.name());
            }
            if (q != null) {
                var literal = q.replaceAll("[%_\\\\]", "\\\\$0");
                conditions.add("(upper(sku) like :sku or name ilike :name)");
                values.put("sku", literal.toUpperCase(Locale.ROOT) + "%");
                values.put("name", "%" + literal + "%");
            }
            return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        }

        /** A description for the audit trail. */
        public String inWords() {
            return FilterText.ALL
                    .with("state", state)
                    .with("warehouse", warehouse)
                    .with("condition", condition)
                    .with("q", q)
                    .text();
        }
    }
}
