package jp.otodoke.loyalty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import jp.otodoke.loyalty.PointsMoved.Moved;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import jp.otodoke.staff.CurrentStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Moves points by rows that are never changed, many customers in one statement, and tells of it. The caller has locked the
 * accounts.
 */
@Component
class PointBook {
    /** Points that come back after their time may still be used for so long. */
    static final int GRACE_DAYS = 30;

    private static final String MOVE =
            "insert into point_movement (lot_id, customer_number, kind, amount, order_number, reason, actor, at) ";
    private static final String TOLD = " returning id, kind, amount, order_number";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final CurrentStaff staff;
    private final BusinessClock clock;

    PointBook(JdbcClient jdbc, ApplicationEventPublisher events, CurrentStaff staff, BusinessClock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.staff = staff;
        this.clock = clock;
    }

    /** Points that an order earns are a lot of their own. */
    void earn(List<EarnedLot> lots) {
        var entries = lots.stream().map(EarnedLot::entry).toList();
        tell(moving(
                        """
                        with asked as (select * from unnest(:customers::text[], :orders::text[], :points::bigint[], :rateIds::bigint[],
                                                            :rates::int[], :expires::date[])
                                                     a(customer_number, order_number, points, rate_id, rate, expires_on)),
                             lot as (insert into point_lot (customer_number, order_number, rate_id, per_mille, expires_on)
                                     select customer_number, order_number, nullif(rate_id, 0), rate, expires_on from asked
                                     returning id, order_number, coalesce(rate_id, 0) as rate_id)
                        """
                                + MOVE
                                + """
                                select l.id, a.customer_number, 'EARNED', a.points, a.order_number, null, :by, :now
                                  from asked a join lot l using (order_number, rate_id) order by l.id
                                """
                                + TOLD,
                        entries)
                .param("rateIds", lots.stream().map(EarnedLot::rate).toArray(Long[]::new))
                .param("rates", lots.stream().map(EarnedLot::perMille).toArray(Integer[]::new))
                .param(
                        "expires",
                        lots.stream().map(lot -> lot.expiresOn().toString()).toArray(String[]::new)));
        settle(entries.stream().map(PointEntry::customer).toList());
    }

    /** By hand, a lot of its own. */
    void give(PointEntry entry, LocalDate expiresOn, String reason) {
        tell(moving(
                        """
                        with lot as (insert into point_lot (customer_number, expires_on)
                                     select c, :expires from unnest(:customers::text[]) c returning id, customer_number)
                        """
                                + MOVE
                                + """
                                select l.id, l.customer_number, 'ADJUSTED', p, null, :reason, :by, :now
                                  from lot l cross join unnest(:points::bigint[]) p
                                """
                                + TOLD,
                        List.of(entry))
                .param("expires", expiresOn)
                .param("reason", reason));
        settle(List.of(entry.customer()));
    }

    /** From the lots that expire first. */
    void take(PointKind kind, List<PointEntry> entries, @Nullable String reason) {
        var taken = tell(moving(
                        """
                        with asked as (select *, sum(points) over (partition by customer_number order by n) - points as low
                                         from unnest(:customers::text[], :orders::text[], :points::bigint[])
                                              with ordinality a(customer_number, order_number, points, n)),
                             lot as (select id, customer_number, remaining,
                                            sum(remaining) over (partition by customer_number order by expires_on, id) - remaining as low
                                       from point_lot
                                      where customer_number = any(:customers) and remaining > 0 and expires_on >= :today)
                        """
                                + MOVE
                                + """
                                select l.id, l.customer_number, :kind, greatest(a.low, l.low) - least(a.low + a.points, l.low + l.remaining),
                                       a.order_number, :reason, :by, :now
                                  from asked a join lot l using (customer_number)
                                 where a.low < l.low + l.remaining and l.low < a.low + a.points order by a.n, l.low
                                """
                                + TOLD,
                        entries)
                .param("kind", kind.name())
                .param("today", clock.today())
                .param("reason", reason));
        if (!taken.negated().equals(Yen.sum(entries, PointEntry::points))) {
            throw new IllegalStateException("Points are short of what was checked");
        }
    }

    /** To the lots from which the order took them, those that expire last first. */
    void giveBack(List<PointEntry> entries) {
        tell(moving(
                """
                with asked as (select * from unnest(:orders::text[], :points::bigint[]) a(order_number, points)),
                     lot as (select m.order_number, m.lot_id, m.customer_number, -sum(m.amount) as used,
                                    sum(-sum(m.amount)) over (partition by m.order_number order by max(l.expires_on) desc, m.lot_id desc)
                                        + sum(m.amount) as low
                               from point_movement m join point_lot l on l.id = m.lot_id
                              where m.order_number = any(:orders) and m.kind in ('USED', 'GIVEN_BACK')
                              group by m.order_number, m.lot_id, m.customer_number having sum(m.amount) < 0)
                """
                        + MOVE
                        + """
                        select l.lot_id, l.customer_number, 'GIVEN_BACK', least(a.points, l.low + l.used) - l.low, a.order_number,
                               null, :by, :now
                          from asked a join lot l using (order_number) where l.low < a.points order by a.order_number, l.low
                        """
                        + TOLD,
                entries));
        jdbc.sql(
                        """
                        update point_lot set expires_on = :grace
                         where id in (select lot_id from point_movement where order_number = any(:orders) and kind = 'GIVEN_BACK')
                           and expires_on < :today
                        """)
                .param("orders", PointEntry.orders(entries))
                .param("today", clock.today())
                .param("grace", clock.today().plusDays(GRACE_DAYS))
                .update();
        settle(entries.stream().map(PointEntry::customer).toList());
    }

    /** From the lot that the order earned, which owes what was used already. */
    void takeBack(List<TakenBack> taken) {
        var entries = taken.stream().map(TakenBack::entry).toList();
        tell(moving(
                        """
                with asked as (select * from unnest(:orders::text[], :points::bigint[], :rateIds::bigint[]) a(order_number, points, rate_id))
                """
                                + MOVE
                                + """
                        select l.id, l.customer_number, 'TAKEN_BACK', -a.points, a.order_number, null, :by, :now
                          from asked a
                          join (select order_number, coalesce(rate_id, 0) as rate_id, max(id) as id,
                                       max(customer_number) as customer_number from point_lot
                                 where order_number = any(:orders) group by order_number, rate_id) l using (order_number, rate_id)
                         order by a.order_number, l.id
                        """
                                + TOLD,
                        entries)
                .param("rateIds", taken.stream().map(TakenBack::rate).toArray(Long[]::new)));
        settle(entries.stream().map(PointEntry::customer).toList());
    }

    /** All that nobody used in time. */
    void expire() {
        tell(dated(
                        jdbc.sql(
                                "with gone as (" + MOVE
                                        + """
                        select id, customer_number, 'EXPIRED', -remaining, null, null, :by, :now
                          from point_lot where expires_on < :today and remaining > 0 order by customer_number, id
                        returning id, amount)
                        select min(id) as id, 'EXPIRED' as kind, sum(amount)::bigint as amount, null as order_number
                          from gone having count(*) > 0
                        """))
                .param("today", clock.today()));
    }

    /** What a customer's lots owe is paid by the customer's other lots, those that expire first. */
    private void settle(Collection<CustomerNumber> customers) {
        dated(
                        jdbc.sql(
                                """
                        with debt as (select id, customer_number, -remaining as amount,
                                             sum(-remaining) over (partition by customer_number order by id) + remaining as low
                                        from point_lot where customer_number = any(:customers) and remaining < 0),
                             lot as (select id, customer_number, remaining as amount,
                                            sum(remaining) over (partition by customer_number order by expires_on, id) - remaining as low
                                       from point_lot where customer_number in (select customer_number from debt) and remaining > 0),
                             pair as (select d.customer_number, d.id as owing, l.id as paying,
                                             least(d.low + d.amount, l.low + l.amount) - greatest(d.low, l.low) as amount
                                        from debt d join lot l using (customer_number)
                                       where d.low < l.low + l.amount and l.low < d.low + d.amount)
                        """
                                        + MOVE
                                        + """
                                select side.lot, p.customer_number, 'SETTLED', side.amount, null, null, :by, :now from pair p
                                 cross join lateral (values (p.owing, p.amount), (p.paying, -p.amount)) side(lot, amount)
                                """))
                .param("customers", PointAccounts.values(customers))
                .update();
    }

    private StatementSpec moving(String sql, List<PointEntry> entries) {
        return dated(jdbc.sql(sql))
                .param("customers", PointEntry.customers(entries))
                .param("orders", PointEntry.orders(entries))
                .param("points", PointEntry.points(entries));
    }

    private StatementSpec dated(StatementSpec statement) {
        return statement.param("by", staff.name()).param("now", Timestamp.from(clock.instant()));
    }

    /**
     * One movement for each order, named after its first row.
     *
     * @return the sum
     */
    private Yen tell(StatementSpec statement) {
        var moves = new LinkedHashMap<String, Moved>();
        statement
                .query(PointBook::row)
                .list()
                .forEach(row -> moves.merge(
                        String.valueOf(row.order()),
                        row,
                        (first, more) -> new Moved(
                                first.name(), first.kind(), first.amount().plus(more.amount()), first.order())));
        if (!moves.isEmpty()) {
            events.publishEvent(new PointsMoved(new ArrayList<>(moves.values())));
        }
        return Yen.sum(moves.values(), Moved::amount);
    }

    private static Moved row(ResultSet row, int index) throws SQLException {
        var order = row.getString("order_number");
        return new Moved(
                "points:" + row.getLong("id"),
                PointKind.valueOf(row.getString("kind")),
                Yen.of(row.getLong("amount")),
                order == null ? null : OrderNumber.of(order));
    }

    /**
     * @param rate its id, or {@link EarnedLots#FOR_ALL}
     * @param expiresOn the last day on which they may be used
     */
    record EarnedLot(PointEntry entry, long rate, int perMille, LocalDate expiresOn) {}

    /** @param rate by which they were earned, its id, or {@link EarnedLots#FOR_ALL} */
    record TakenBack(PointEntry entry, long rate) {}
}
