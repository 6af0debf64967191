package jp.otodoke.subscriptions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.platform.data.LikePattern;
import jp.otodoke.platform.data.Sorting;
import jp.otodoke.platform.data.StreamedRows;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Sku;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists subscriptions. */
@Component
public class FindSubscriptions {
    public static final Sorting SORTING = new Sorting(
            Map.of(
                    "number", "s.number",
                    "customer", "s.customer_number",
                    "state", "s.state",
                    "method", "s.payment_method",
                    "nextDelivery", "s.next_delivery",
                    "startedAt", "s.started_at",
                    "stoppedAt", "s.stopped_at"),
            "-number",
            "s.number");

    private static final String SELECT =
            """
            select s.*, c.name,
                   (select string_agg(sku || ' × ' || quantity, ', ' order by line_no) from subscription_item
                     where subscription_number = s.number) as items,
                   (select count(*) from subscription_turn where subscription_number = s.number and state = 'MADE') as made,
                   coalesce((select min(nominal) from subscription_turn where subscription_number = s.number), s.next_nominal, s.anchor) as first_day
            """;
    private static final String FROM =
            """
              from subscription s join customers_customer_view c on c.number = s.customer_number
             where (cast(:state as text) is null or s.state = :state)
               and (cast(:customer as text) is null or s.customer_number = :customer)
               and (cast(:method as text) is null or s.payment_method = :method)
               and (cast(:dueFrom as date) is null or s.next_delivery >= :dueFrom)
               and (cast(:dueUntil as date) is null or s.next_delivery <= :dueUntil)
               and (cast(:sku as text) is null or exists (select 1 from subscription_item i
                                                           where i.subscription_number = s.number and i.sku = :sku))
               and (cast(:q as text) is null or s.number like :q or s.customer_number like :q
                    or :byName and person_key(:typed) <> '' and c.name_key like person_key(:typed) || '%')
            """;

    private final JdbcClient jdbc;

    FindSubscriptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param q the beginning of a number, of the customer's number or name
     * @param byName whether the reader may see names, and so search by them
     */
    public record Filter(
            @Nullable String q,
            boolean byName,
            @Nullable SubscriptionState state,
            @Nullable CustomerNumber customer,
            @Nullable PaymentMethod method,
            @Nullable Sku item,
            @Nullable LocalDate dueFrom,
            @Nullable LocalDate dueUntil) {
        public static final Filter ALL = new Filter(null, false, null, null, null, null, null, null);

        public static Filter of(CustomerNumber customer) {
            return new Filter(null, false, null, customer, null, null, null, null);
        }
    }

    @Transactional(readOnly = true)
    public List<SubscriptionRow> list(Filter filter, @Nullable String sort, int offset, int limit) {
        return jdbc.sql(SELECT + FROM + SORTING.orderBy(sort) + " offset :offset limit :limit")
                .params(parameters(filter))
                .param("offset", offset)
                .param("limit", limit)
                .query(FindSubscriptions::row)
                .list();
    }

    @Transactional(readOnly = true)
    public long count(Filter filter) {
        return jdbc.sql("select count(*)" + FROM)
                .params(parameters(filter))
                .query(Long.class)
                .single();
    }

    @Transactional(readOnly = true)
    public void each(Filter filter, @Nullable String sort, Consumer<SubscriptionRow> use) {
        StreamedRows.each(
                jdbc.sql(SELECT + FROM + SORTING.orderBy(sort)).params(parameters(filter)),
                query -> query.query(FindSubscriptions::row),
                use);
    }

    @Transactional(readOnly = true)
    public Optional<SubscriptionRow> find(SubscriptionNumber number) {
        return jdbc.sql(
                        SELECT
                                + " from subscription s join customers_customer_view c on c.number = s.customer_number where s.number = :number")
                .param("number", number.value())
                .query(FindSubscriptions::row)
                .optional();
    }

    private static Map<String, @Nullable Object> parameters(Filter filter) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("q", filter.q() == null ? null : LikePattern.beginning(filter.q()));
        values.put("typed", filter.q());
        values.put("byName", filter.byName());
        values.put("state", filter.state() == null ? null : filter.state().name());
        values.put(
                "customer", filter.customer() == null ? null : filter.customer().value());
        values.put("method", filter.method() == null ? null : filter.method().name());
        values.put("sku", filter.item() == null ? null : filter.item().value());
        values.put("dueFrom", filter.dueFrom());
        values.put("dueUntil", filter.dueUntil());
        return values;
    }

    private static SubscriptionRow row(ResultSet row, int n) throws SQLException {
        return new SubscriptionRow(
                SubscriptionNumber.of(row.getString("number")),
                CustomerNumber.of(row.getString("customer_number")),
                row.getString("name"),
                SubscriptionState.valueOf(row.getString("state")),
                StoredJson.rule(row.getString("rule")),
                row.getObject("first_day", LocalDate.class),
                Optional.ofNullable(row.getString("items")).orElse(""),
                PaymentMethod.valueOf(row.getString("payment_method")),
                row.getObject("next_turn", Integer.class),
                row.getObject("next_nominal", LocalDate.class),
                row.getObject("next_delivery", LocalDate.class),
                row.getObject("pause_turns", Integer.class),
                row.getObject("pause_until", LocalDate.class),
                row.getString("channel"),
                row.getString("media_code"),
                row.getTimestamp("started_at").toInstant(),
                row.getString("started_by"),
                instant(row.getTimestamp("stopped_at")),
                row.getString("stop_reason"),
                row.getLong("made"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
