package jp.otodoke.orders.sql;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Searches orders for the API, newest first by default. */
@Component
public class OrderSearch {
    private static final Map<String, String> SORTS = Map.of(
            "orderedAt", "ordered_at",
            "orderNumber", "order_number",
            "status", "status",
            "customerNumber", "customer_number",
            "channel", "channel",
            "channelOrderId", "channel_order_id",
            "mediaCode", "media_code");

    private final JdbcClient jdbc;

    OrderSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public static Set<String> sorts() {
        return SORTS.keySet();
    }

    /** @param sort one of {@link #sorts} */
    @Transactional(readOnly = true)
    public List<OrderNumber> numbers(Filter filter, String sort, boolean down, int offset, int limit) {
        var way = down ? " desc" : "";
        var order = " order by " + SORTS.get(sort) + way + ", order_number" + way;
        return query("select order_number from orders", filter, order + " offset :offset limit :limit")
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> OrderNumber.of(row.getString(1)))
                .list();
    }

    @Transactional(readOnly = true)
    public long count(Filter filter) {
        return query("select count(*) from orders", filter, "")
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec query(String select, Filter filter, String end) {
        var where = new StringBuilder(" where true");
        var values = new HashMap<String, Object>();
        add(
                where,
                values,
                "status",
                filter.status() == null ? null : filter.status().name(),
                " and status = :status");
        add(where, values, "customer", filter.customer(), " and customer_number = :customer");
        add(where, values, "channel", filter.channel(), " and channel = :channel");
        add(where, values, "from", start(filter.from()), " and ordered_at >= :from");
        add(where, values, "to", filter.to() == null ? null : start(filter.to().plusDays(1)), " and ordered_at < :to");
        var q = filter.q();
        if (q != null) {
            where.append(" and ").append(OrderSearchTerms.condition(q, values));
        }
        return jdbc.sql(select + where + end).params(values);
    }

    private static void add(
            StringBuilder where, Map<String, Object> values, String name, @Nullable Object value, String condition) {
        if (value != null) {
            where.append(condition);
            values.put(name, value);
        }
    }

    private static @Nullable Timestamp start(@Nullable LocalDate day) {
        return day == null
                ? null
                : Timestamp.from(day.atStartOfDay(BusinessClock.TOKYO).toInstant());
    }

    /**
     * Filter; null means any. Order dates are inclusive.
     *
     * @param q see {@link OrderSearchTerms}
     */
    public record Filter(
            @Nullable OrderStatus status,
            @Nullable String customer,
            @Nullable String channel,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String q) {
        /** Blank parameters are ignored. */
        public Filter {
            customer = TextNormalizer.orNull(customer);
            channel = TextNormalizer.orNull(channel);
            q = TextNormalizer.orNull(q);
        }
    }
}
