package jp.otodoke.payments.accounting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import jp.otodoke.payments.accounting.AccountEntry.Kind;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 得意先元帳: everything that was charged to a customer, paid, given back or given up, with what is owed after each. */
@Component
public class CustomerAccount {
    /** Rows of the same moment keep their order by where they come from and when they were written. */
    private static final String MOVES =
            """
            with moves as (
                select c.at, 1 as source, c.id, c.receivable, c.reason as kind, c.amount, 0 as held, null::bigint as deposit
                  from receivable r join receivable_charge c on c.receivable = r.number where r.customer_number = :customer
                union all
                select a.at, 2, a.id, a.receivable,
                       case when a.reason = 'WRITTEN_OFF' then 'WRITTEN_OFF'
                            when a.reason = 'REFUNDED' and a.account = 'BALANCE' then 'REFUNDED_TO_BALANCE'
                            when a.reason = 'REFUNDED' then 'REFUNDED'
                            when a.amount < 0 then 'TAKEN_BACK'
                            when a.account = 'BALANCE' then 'PAID_FROM_BALANCE' else 'PAID' end,
                       -a.amount, case when a.account = 'BALANCE' then -a.amount else 0 end, a.deposit_id
                  from receivable r join payment_allocation a on a.receivable = r.number
                 where r.customer_number = :customer)
            """;

    private static final String INSIDE =
            " where (cast(:begin as timestamptz) is null or at >= :begin) and (cast(:end as timestamptz) is null or at < :end)";

    /**
     * The balances go on from what was owed before the first row of the part, which is added up and not carried along row by row.
     */
    private static final String RUNNING = MOVES
            + """
            , part as (select * from moves %s),
            opening as (
                select coalesce(sum(m.amount), 0) as owed, coalesce(sum(m.held), 0) as has from moves m
                 where (m.at, m.source, m.id) < (select at, source, id from part order by at, source, id limit 1))
            select p.at, p.source, p.id, p.kind, p.receivable, p.amount, d.bank_reference as reference,
                   o.owed + sum(p.amount) over w as owed, o.has + sum(p.held) over w as has
              from part p cross join opening o left join deposit d on d.id = p.deposit
            window w as (order by p.at, p.source, p.id rows unbounded preceding)
             order by p.at, p.source, p.id
            """;

    private final JdbcClient jdbc;

    CustomerAccount(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Totals totals(Period period) {
        return jdbc.sql(
                        MOVES
                                + """
                        select coalesce(sum(amount) filter (where at < :begin), 0) as opening,
                               coalesce(sum(held) filter (where at < :begin), 0) as opening_held,
                               count(*) filter (where inside) as count,
                               coalesce(sum(amount) filter (where inside and amount > 0), 0) as debit,
                               coalesce(-sum(amount) filter (where inside and amount < 0), 0) as credit,
                               coalesce(sum(held) filter (where inside), 0) as held
                          from (select *, (cast(:begin as timestamptz) is null or at >= :begin)
                                          and (cast(:end as timestamptz) is null or at < :end) as inside from moves) m
                        """)
                .params(period.values())
                .query((row, n) -> new Totals(
                        row.getLong("count"),
                        Yen.of(row.getLong("opening")),
                        Yen.of(row.getLong("debit")),
                        Yen.of(row.getLong("credit")),
                        Yen.of(row.getLong("opening_held") + row.getLong("held"))))
                .single();
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<AccountEntry> entries(Period period, int offset, int limit) {
        return jdbc.sql(RUNNING.formatted(INSIDE + " order by at, source, id offset :offset limit :limit"))
                .params(period.values())
                .param("offset", offset)
                .param("limit", limit)
                .query(CustomerAccount::entry)
                .list();
    }

    /**
     * The rows behind a place, or the first ones: a part far behind costs what the first one does, as nothing before it is sorted.
     *
     * @param place null for the beginning
     */
    @Transactional(readOnly = true)
    public List<AccountEntry> after(Period period, @Nullable AccountPlace place, int limit) {
        return part(
                period,
                place == null ? "" : " and (at, source, id) > (:at, :source, :id)",
                " order by at, source, id",
                place,
                limit);
    }

    /**
     * The rows just before a place, or the last ones, oldest first.
     *
     * @param place null for the end
     */
    @Transactional(readOnly = true)
    public List<AccountEntry> before(Period period, @Nullable AccountPlace place, int limit) {
        return part(
                period,
                place == null ? "" : " and (at, source, id) < (:at, :source, :id)",
                " order by at desc, source desc, id desc",
                place,
                limit);
    }

    private List<AccountEntry> part(
            Period period, String beyond, String order, @Nullable AccountPlace place, int limit) {
        var query = jdbc.sql(RUNNING.formatted(INSIDE + beyond + order + " limit :limit"))
                .params(period.values())
                .param("limit", limit);
        if (place != null) {
            query = query.param("at", Timestamp.from(place.at()))
                    .param("source", place.source())
                    .param("id", place.id());
        }
        return query.query(CustomerAccount::entry).list();
    }

    @Transactional(readOnly = true)
    public void each(Period period, Consumer<AccountEntry> use) {
        try (var all =
                jdbc.sql(RUNNING.formatted(INSIDE)).params(period.values()).query(CustomerAccount::entry).stream()) {
            all.forEach(use);
        }
    }

    private static AccountEntry entry(ResultSet row, int index) throws SQLException {
        return new AccountEntry(
                AccountPlace.of(row),
                Kind.valueOf(row.getString("kind")),
                ReceivableNumber.of(row.getString("receivable")),
                Yen.of(row.getLong("amount")),
                row.getString("reference"),
                Yen.of(row.getLong("owed")),
                Yen.of(row.getLong("has")));
    }

    /**
     * @param from its first day; null from the beginning
     * @param until its last day; null to the end
     */
    public record Period(CustomerNumber customer, @Nullable LocalDate from, @Nullable LocalDate until) {
        private Map<String, @Nullable Object> values() {
            var values = new HashMap<String, @Nullable Object>();
            values.put("customer", customer.value());
            values.put("begin", from == null ? null : begin(from));
            values.put("end", until == null ? null : begin(until.plusDays(1)));
            return values;
        }

        private static Timestamp begin(LocalDate day) {
            return Timestamp.from(day.atStartOfDay(BusinessClock.TOKYO).toInstant());
        }
    }

    /**
     * @param opening what was owed before the period
     * @param debit what was added in it
     * @param credit what was taken off in it
     * @param held what the customer has with us at its end
     */
    public record Totals(long count, Yen opening, Yen debit, Yen credit, Yen held) {
        /** What is owed at its end. */
        public Yen closing() {
            return opening.plus(debit).minus(credit);
        }
    }
}
