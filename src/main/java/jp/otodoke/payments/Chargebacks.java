package jp.otodoke.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jp.otodoke.payments.Chargeback.State;
import jp.otodoke.platform.data.Sorting;
import jp.otodoke.platform.data.StreamedRows;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores what card companies have taken back. */
@Component
public class Chargebacks {
    private static final String SELECT =
            "select id, transaction_no, order_number, amount, reason, state, opened_at from chargeback ";

    private static final String WHERE =
            """
            where (cast(:state as text) is null or state = :state) and (cast(:order as text) is null or order_number = :order)
            """;

    public static final Sorting SORTING = new Sorting(
            Map.of(
                    "id", "id",
                    "orderNumber", "order_number",
                    "amount", "amount",
                    "state", "state",
                    "openedAt", "opened_at"),
            "-openedAt",
            "id");

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    Chargebacks(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return false if it was known */
    boolean open(Chargeback one) {
        return jdbc.sql(
                                """
                                insert into chargeback (id, transaction_no, order_number, amount, reason, state, opened_at)
                                values (:id, :transaction, :order, :amount, :reason, :state, :at) on conflict do nothing
                                """)
                        .param("id", one.id())
                        .param("transaction", one.transactionNo())
                        .param("order", one.order().value())
                        .param("amount", one.amount().amount())
                        .param("reason", one.reason())
                        .param("state", one.state().name())
                        .param("at", Timestamp.from(one.openedAt()))
                        .update()
                > 0;
    }

    /** Nobody else changes it until the transaction ends. */
    Optional<Chargeback> locked(String id) {
        return jdbc.sql(SELECT + "where id = :id for update")
                .param("id", id)
                .query(Chargebacks::read)
                .optional();
    }

    /** A person has decided. */
    void decided(Chargeback one, State state, String by) {
        jdbc.sql("update chargeback set state = :state, decided_at = :now, decided_by = :by where id = :id")
                .param("state", state.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .param("id", one.id())
                .update();
    }

    /** The card company has decided. */
    void ended(Chargeback one, State state) {
        jdbc.sql("update chargeback set state = :state, ended_at = :now where id = :id")
                .param("state", state.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("id", one.id())
                .update();
    }

    /** What is left of a capture after what was taken back of it; empty if nothing was captured by that number. */
    Optional<Captured> captured(String transactionNo) {
        return jdbc.sql(
                        """
                        select a.receivable, a.amount - coalesce((select sum(c.amount) from chargeback c
                                                                   where c.transaction_no = :no and c.state <> 'WON'), 0) as rest
                          from payment_allocation a where a.name = 'capture:' || :no
                        """)
                .param("no", transactionNo)
                .query((row, n) ->
                        new Captured(OrderNumber.of(row.getString("receivable")), Yen.of(row.getLong("rest"))))
                .optional();
    }

    /** What is not demanded of the customer, as nobody has decided about it yet. */
    Yen disputed(OrderNumber order) {
        return disputed(order, "");
    }

    /** As {@link #disputed}, without that chargeback. */
    Yen disputedBesides(Chargeback one) {
        return disputed(one.order(), one.id());
    }

    private Yen disputed(OrderNumber order, String except) {
        return Yen.of(jdbc.sql(
                        """
                        select coalesce(sum(amount), 0) from payments_disputed_view
                         where order_number = :order and id <> :except and until > :today
                        """)
                .param("order", order.value())
                .param("except", except)
                .param("today", clock.today())
                .query(Long.class)
                .single());
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<Chargeback> of(OrderNumber order) {
        return jdbc.sql(SELECT + "where order_number = :order order by opened_at, id")
                .param("order", order.value())
                .query(Chargebacks::read)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Chargeback> find(String id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(Chargebacks::read)
                .optional();
    }

    /** @param sort null for newest first */
    @Transactional(readOnly = true)
    public List<Chargeback> list(Filter filter, @Nullable String sort, int offset, int limit) {
        return jdbc.sql(SELECT + WHERE + SORTING.orderBy(sort) + " offset :offset limit :limit")
                .params(filter.values())
                .param("offset", offset)
                .param("limit", limit)
                .query(Chargebacks::read)
                .list();
    }

    /** All of them, one by one. */
    @Transactional(readOnly = true)
    public void each(Filter filter, @Nullable String sort, Consumer<Chargeback> use) {
        StreamedRows.each(
                jdbc.sql(SELECT + WHERE + SORTING.orderBy(sort)).params(filter.values()),
                query -> query.query(Chargebacks::read),
                use);
    }

    @Transactional(readOnly = true)
    public long count(Filter filter) {
        return jdbc.sql("select count(*) from chargeback " + WHERE)
                .params(filter.values())
                .query(Long.class)
                .single();
    }

    private static Chargeback read(ResultSet row, int index) throws SQLException {
        return new Chargeback(
                row.getString("id"),
                row.getString("transaction_no"),
                OrderNumber.of(row.getString("order_number")),
                Yen.of(row.getLong("amount")),
                row.getString("reason"),
                State.valueOf(row.getString("state")),
                row.getTimestamp("opened_at").toInstant());
    }

    /** What a transaction brought for an order. */
    record Captured(OrderNumber order, Yen rest) {}

    /** What to list; null for all. */
    public record Filter(@Nullable State state, @Nullable String order) {
        private Map<String, @Nullable Object> values() {
            var values = new HashMap<String, @Nullable Object>();
            values.put("state", state == null ? null : state.name());
            values.put("order", order);
            return values;
        }
    }
}
