package jp.otodoke.dunning;

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
import java.util.function.Function;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.ReceivableKind;
import jp.otodoke.platform.data.Sorting;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds and lists the cases. */
@Component
public class DunningCases {
    public static final Sorting SORTING = new Sorting(
            Map.of(
                    "id", "c.id",
                    "receivable", "c.receivable",
                    "customer", "c.customer_number",
                    "amount", "c.amount",
                    "method", "c.method",
                    "cause", "c.cause",
                    "state", "c.state",
                    "nextAt", "c.next_at",
                    "openedAt", "c.opened_at"),
            "-openedAt",
            "c.id");

    /** What may be demanded of a case c: of an order on account only by statements that are due, and nothing that is disputed. */
    static final String DUE =
            """
            greatest(coalesce((select sum(d.open) from payments_due_view d
                                where d.receivable = c.receivable
                                  and (d.kind <> 'ORDER' or d.method <> 'INVOICE' or d.due_by < :today)), 0)
                     - coalesce((select sum(h.amount) from payments_disputed_view h
                                  where h.order_number = c.order_number and h.until > :today), 0), 0)
            """;

    private static final String SELECT =
            """
            select c.*, %s as open from dunning_case c
            """.formatted(DunningCases.DUE);
    private static final String WHERE =
            """
             where (cast(:state as text) is null or c.state = :state)
               and (cast(:cause as text) is null or c.cause = :cause)
               and (cast(:method as text) is null or c.method = :method)
               and (cast(:customer as text) is null or c.customer_number = :customer)
               and (cast(:receivable as text) is null or c.receivable = :receivable)
               and (cast(:day as date) is null or cast(c.next_at at time zone 'Asia/Tokyo' as date) = cast(:day as date))
            """;

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    DunningCases(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<DunningCase> find(long id) {
        return jdbc.sql(SELECT + " where c.id = :id")
                .param("today", clock.today())
                .param("id", id)
                .query(DunningCases::read)
                .optional();
    }

    /** @throws Refusal if there is none (not found) */
    @Transactional(readOnly = true)
    public DunningCase get(long id) {
        return find(id).orElseThrow(() -> Refusal.notFound("dunning.not-found", id));
    }

    /** Nobody else changes it until the transaction ends. */
    DunningCase locked(long id) {
        jdbc.sql("select id from dunning_case where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .optional();
        return get(id);
    }

    /** Whether what it is about is overdue or has failed now. */
    boolean inTrouble(DunningCase one, LocalDate today) {
        return jdbc.sql(
                        "select exists (select 1 from payments_trouble_view where receivable = :receivable and trouble_from <= :today)")
                .param("receivable", one.receivable().value())
                .param("today", today)
                .query(Boolean.class)
                .single();
    }

    /** @param sort null for newest first */
    @Transactional(readOnly = true)
    public List<DunningCase> list(Filter filter, @Nullable String sort, int offset, int limit) {
        return jdbc.sql(SELECT + WHERE + SORTING.orderBy(sort) + " offset :offset limit :limit")
                .param("today", clock.today())
                .params(filter.values())
                .param("offset", offset)
                .param("limit", limit)
                .query(DunningCases::read)
                .list();
    }

    @Transactional(readOnly = true)
    public long count(Filter filter) {
        return jdbc.sql("select count(*) from dunning_case c" + WHERE)
                .params(filter.values())
                .query(Long.class)
                .single();
    }

    @Transactional(readOnly = true)
    public void each(Filter filter, @Nullable String sort, Consumer<DunningCase> use) {
        try (var cases = jdbc
                .sql(SELECT + WHERE + SORTING.orderBy(sort))
                .param("today", clock.today())
                .params(filter.values())
                .query(DunningCases::read)
                .stream()) {
            cases.forEach(use);
        }
    }

    /** Those that were opened from that moment on, oldest first. */
    List<DunningCase> openedSince(Instant since) {
        return jdbc.sql(SELECT + " where c.opened_at >= :since order by c.opened_at, c.id")
                .param("today", clock.today())
                .param("since", Timestamp.from(since))
                .query(DunningCases::read)
                .list();
    }

    private static DunningCase read(ResultSet row, int index) throws SQLException {
        return new DunningCase(
                row.getLong("id"),
                ReceivableNumber.of(row.getString("receivable")),
                ReceivableKind.valueOf(row.getString("kind")),
                value(OrderNumber::of, row.getString("order_number")),
                value(CustomerNumber::of, row.getString("customer_number")),
                PaymentMethod.valueOf(row.getString("method")),
                DunningCause.valueOf(row.getString("cause")),
                Yen.of(row.getLong("open")),
                Yen.of(row.getLong("amount")),
                row.getInt("history"),
                row.getString("declined"),
                DunningCase.State.valueOf(row.getString("state")),
                row.getString("stage"),
                row.getBoolean("awaits_decision"),
                word(DunningCase.PauseReason.class, row.getString("pause_reason")),
                row.getObject("promised_until", LocalDate.class),
                word(DunningStepKind.class, row.getString("next_step")),
                moment(row.getTimestamp("next_at")),
                row.getString("write_off_by"),
                row.getString("write_off_why"),
                word(DunningCase.Outcome.class, row.getString("outcome")),
                row.getTimestamp("opened_at").toInstant(),
                moment(row.getTimestamp("ended_at")));
    }

    private static <T> @Nullable T value(Function<String, T> read, @Nullable String text) {
        return text == null ? null : read.apply(text);
    }

    private static <E extends Enum<E>> @Nullable E word(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static @Nullable Instant moment(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    /**
     * What to list; null for all.
     *
     * @param day on which the next step is planned
     */
    public record Filter(
            DunningCase.@Nullable State state,
            @Nullable DunningCause cause,
            @Nullable PaymentMethod method,
            @Nullable String customer,
            @Nullable String receivable,
            @Nullable LocalDate day) {
        public static final Filter ALL = new Filter(null, null, null, null, null, null);

        private Map<String, @Nullable Object> values() {
            var values = new HashMap<String, @Nullable Object>();
            values.put("state", state == null ? null : state.name());
            values.put("cause", cause == null ? null : cause.name());
            values.put("method", method == null ? null : method.name());
            values.put("customer", customer);
            values.put("receivable", receivable);
            values.put("day", day);
            return values;
        }
    }
}
