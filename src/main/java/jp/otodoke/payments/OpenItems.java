package jp.otodoke.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.platform.data.Sorting;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists what is owed, for orders and without. */
@Component
public class OpenItems {
    public static final Sorting SORTING = new Sorting(
            Map.of(
                    "id",
                    "number",
                    "customer",
                    "customer_number",
                    "amount",
                    "charged",
                    "dueDate",
                    "due_by",
                    "status",
                    "status"),
            "-id",
            "number");

    private static final String WHERE =
            """
             from receivable where (cast(:kind as text) is null or kind = :kind) and (not :withoutOrder or kind <> 'ORDER')
               and (cast(:customer as text) is null or customer_number = :customer)
               and (cast(:status as text) is null or status = :status)
            """;
    private static final String SELECT =
            "select number, kind, customer_number, method, charged, tax_rate, paid, due_by, status";

    private final JdbcClient jdbc;

    OpenItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Optional<OpenItem> find(ReceivableNumber number) {
        return jdbc.sql(SELECT + " from receivable where number = :number")
                .param("number", number.value())
                .query(OpenItems::item)
                .optional();
    }

    /** @param sort null for newest first */
    @Transactional(readOnly = true)
    public List<OpenItem> list(Filter filter, @Nullable String sort, int offset, int limit) {
        return jdbc.sql(SELECT + WHERE + SORTING.orderBy(sort) + " offset :offset limit :limit")
                .params(filter.values())
                .param("offset", offset)
                .param("limit", limit)
                .query(OpenItems::item)
                .list();
    }

    /** All of them, read as they are used. */
    @Transactional(readOnly = true)
    public void each(Filter filter, @Nullable String sort, Consumer<OpenItem> use) {
        try (var all =
                jdbc
                        .sql(SELECT + WHERE + SORTING.orderBy(sort))
                        .params(filter.values())
                        .query(OpenItems::item)
                        .stream()) {
            all.forEach(use);
        }
    }

    @Transactional(readOnly = true)
    public long count(Filter filter) {
        return jdbc.sql("select count(*)" + WHERE)
                .params(filter.values())
                .query(Long.class)
                .single();
    }

    private static OpenItem item(ResultSet row, int index) throws SQLException {
        return new OpenItem(
                ReceivableNumber.of(row.getString("number")),
                ReceivableKind.valueOf(row.getString("kind")),
                row.getString("customer_number"),
                PaymentMethod.valueOf(row.getString("method")),
                Yen.of(row.getLong("charged")),
                row.getObject("tax_rate", Integer.class),
                Yen.of(row.getLong("paid")),
                row.getObject("due_by", LocalDate.class),
                PaymentStatus.valueOf(row.getString("status")));
    }

    /**
     * What to list; null for all.
     *
     * @param withoutOrder leaves out what is owed for orders
     */
    public record Filter(
            @Nullable ReceivableKind kind,
            boolean withoutOrder,
            @Nullable String customer,
            @Nullable PaymentStatus status) {
        private Map<String, @Nullable Object> values() {
            var values = new HashMap<String, @Nullable Object>();
            values.put("kind", kind == null ? null : kind.name());
            values.put("withoutOrder", withoutOrder);
            values.put("customer", customer);
            values.put("status", status == null ? null : status.name());
            return values;
        }
    }
}
