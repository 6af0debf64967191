package jp.otodoke.payments;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jp.otodoke.payments.RefundEntry.Route;
import jp.otodoke.payments.RefundEntry.Status;
import jp.otodoke.platform.data.Sorting;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists refunds. */
@Component
public class FindRefunds {
    public static final Sorting SORTING = new Sorting(
            Map.of(
                    "id",
                    "r.id",
                    "orderNumber",
                    "r.order_number",
                    "amount",
                    "r.amount",
                    "status",
                    "r.state",
                    "requestedAt",
                    "r.requested_at"),
            "-id",
            "r.id");

    private static final String WHERE =
            """
             where (cast(:status as text) is null or r.state = :status) and (cast(:route as text) is null or r.route = :route)
               and (cast(:order as text) is null or r.order_number = :order)
               and (not :lacksAccount or r.route = 'TRANSFER' and r.payee_account_number is null and r.state = 'APPROVED')
            """;

    private final JdbcClient jdbc;
    private final Refunds refunds;

    FindRefunds(JdbcClient jdbc, Refunds refunds) {
        this.jdbc = jdbc;
        this.refunds = refunds;
    }

    @Transactional(readOnly = true)
    public Optional<Refund> find(long id) {
        return refunds.find(id);
    }

    /** @param sort null for newest first */
    @Transactional(readOnly = true)
    public List<Refund> list(Filter filter, @Nullable String sort, int offset, int limit) {
        return jdbc.sql(Refunds.SELECT + WHERE + SORTING.orderBy(sort) + " offset :offset limit :limit")
                .params(filter.values())
                .param("offset", offset)
                .param("limit", limit)
                .query(refunds::refund)
                .list();
    }

    /** All of them, one by one. */
    @Transactional(readOnly = true)
    public void each(Filter filter, @Nullable String sort, Consumer<Refund> use) {
        try (var all = jdbc
                .sql(Refunds.SELECT + WHERE + SORTING.orderBy(sort))
                .params(filter.values())
                .query(refunds::refund)
                .stream()) {
            all.forEach(use);
        }
    }

    @Transactional(readOnly = true)
    public long count(Filter filter) {
        return jdbc.sql("select count(*) from refund r" + WHERE)
                .params(filter.values())
                .query(Long.class)
                .single();
    }

    /**
     * What to list; null for all.
     *
     * @param lacksAccount only what waits for the customer's account
     */
    public record Filter(@Nullable Status status, @Nullable Route route, @Nullable String order, boolean lacksAccount) {
        private Map<String, @Nullable Object> values() {
            var values = new HashMap<String, @Nullable Object>();
            values.put("status", status == null ? null : status.name());
            values.put("route", route == null ? null : route.name());
            values.put("order", order);
            values.put("lacksAccount", lacksAccount);
            return values;
        }
    }
}
