package jp.otodoke.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.otodoke.platform.data.LikePattern;
import jp.otodoke.platform.data.Sorting;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists payment slips by what has become of them. */
@Component
public class SlipList {
    /** What has become of a slip; the first that is true. */
    public enum State {
        /** The agency has confirmed the money. */
        PAID,
        /** By 速報: it may still be taken back. */
        PROVISIONAL,
        REPLACED,
        /** Nothing is owed any more. */
        NEEDLESS,
        EXPIRED,
        TO_PRINT,
        OPEN
    }

    private static final Sorting SORTING = new Sorting(
            Map.of(
                    "number", "number",
                    "receivable", "receivable",
                    "amount", "amount",
                    "dueDate", "due_date",
                    "madeAt", "made_at",
                    "transferOn", "transfer_on"),
            "-madeAt",
            "number");

    private static final String FROM =
            """
             from (select s.number, s.receivable, r.customer_number, s.amount, s.due_date, s.made_at, p.booked, p.transfer_on,
                          case when p.confirmed then 'PAID' when p.booked > 0 then 'PROVISIONAL'
                               when s.replaced_at is not null then 'REPLACED' when r.charged <= r.paid then 'NEEDLESS'
                               when s.due_date < :today then 'EXPIRED' when s.printed_at is null then 'TO_PRINT'
                               else 'OPEN' end as state
                     from payment_slip s join receivable r on r.number = s.receivable
                     left join lateral (select coalesce(sum(x.booked), 0) as booked, bool_or(x.state = 'CONFIRMED') as confirmed,
                                               max(x.transfer_on) as transfer_on
                                          from slip_receipt x where x.slip_number = s.number) p on true) slips
             where (cast(:state as text) is null or state = :state) and (number like :q or receivable like :q)
            """;

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    SlipList(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param sort null for newest first */
    @Transactional(readOnly = true)
    public List<Row> list(Filter filter, @Nullable String sort, int offset, int limit) {
        return jdbc.sql("select *" + FROM + SORTING.orderBy(sort) + " offset :offset limit :limit")
                .params(values(filter))
                .param("offset", offset)
                .param("limit", limit)
                .query(SlipList::row)
                .list();
    }

    @Transactional(readOnly = true)
    public Totals totals(Filter filter) {
        return jdbc.sql("select count(*) as slips, coalesce(sum(amount), 0) as amount, coalesce(sum(booked), 0) as paid"
                        + FROM)
                .params(values(filter))
                .query((row, n) ->
                        new Totals(row.getLong("slips"), Yen.of(row.getLong("amount")), Yen.of(row.getLong("paid"))))
                .single();
    }

    /** How many wait to be printed; asked for often, so by their index alone. */
    @Transactional(readOnly = true)
    public long toPrint() {
        return jdbc.sql(
                        """
                        select count(*) from payment_slip s join receivable r on r.number = s.receivable
                         where s.printed_at is null and s.replaced_at is null and s.due_date >= :today and r.charged > r.paid
                           and not exists (select 1 from slip_receipt x where x.slip_number = s.number and x.booked > 0)
                        """)
                .param("today", clock.today())
                .query(Long.class)
                .single();
    }

    private Map<String, @Nullable Object> values(Filter filter) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("state", filter.state() == null ? null : filter.state().name());
        values.put("q", LikePattern.beginning(TextNormalizer.clean(filter.q())));
        values.put("today", clock.today());
        return values;
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(
                SlipNumber.of(row.getString("number")),
                ReceivableNumber.of(row.getString("receivable")),
                row.getString("customer_number"),
                Yen.of(row.getLong("amount")),
                row.getObject("due_date", LocalDate.class),
                row.getTimestamp("made_at").toInstant(),
                Yen.of(row.getLong("booked")),
                row.getObject("transfer_on", LocalDate.class),
                State.valueOf(row.getString("state")));
    }

    /**
     * @param state null for all
     * @param q the beginning of the number of a slip, an order or another receivable; null for all
     */
    public record Filter(@Nullable State state, @Nullable String q) {}

    /**
     * @param customer number; null if the order has none
     * @param paid what stores have taken
     * @param transferOn when the agency transfers it; null until it has said so
     */
    public record Row(
            SlipNumber number,
            ReceivableNumber receivable,
            @Nullable String customer,
            Yen amount,
            LocalDate dueDate,
            Instant madeAt,
            Yen paid,
            @Nullable LocalDate transferOn,
            State state) {}

    /** Of all that fit the filter. */
    public record Totals(long slips, Yen amount, Yen paid) {}
}
