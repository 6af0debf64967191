package jp.otodoke.demo.simulators;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import jp.otodoke.shared.BusinessClock;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the simulated partners are going to do, as rows that survive a restart. */
@Component
@Profile("demo")
class SimulatedEvents {
    enum Kind {
        SHIP(SimulatedPartner.WAREHOUSE),
        COUNT_STOCK(SimulatedPartner.WAREHOUSE),
        SHIP_COOL(SimulatedPartner.WAREHOUSE_COOL),
        COUNT_STOCK_COOL(SimulatedPartner.WAREHOUSE_COOL),
        PICK_UP(SimulatedPartner.CARRIER),
        TAKE_OUT_FOR_DELIVERY(SimulatedPartner.CARRIER),
        DELIVER(SimulatedPartner.CARRIER),
        FIND_ADDRESS(SimulatedPartner.CARRIER),
        SEND_BACK(SimulatedPartner.CARRIER),
        RETURN_TO_SENDER(SimulatedPartner.CARRIER),
        TRANSFER(SimulatedPartner.BANK),
        NOTIFY(SimulatedPartner.CARD),
        CHARGEBACK(SimulatedPartner.CARD);

        final SimulatedPartner partner;

        Kind(SimulatedPartner partner) {
            this.partner = partner;
        }

        static Kind shippingBy(SimulatedPartner warehouse) {
            return warehouse == SimulatedPartner.WAREHOUSE_COOL ? SHIP_COOL : SHIP;
        }

        static Kind countingBy(SimulatedPartner warehouse) {
            return warehouse == SimulatedPartner.WAREHOUSE_COOL ? COUNT_STOCK_COOL : COUNT_STOCK;
        }
    }

    /** @param amount yen of a transfer, or how many attempts a notification has had */
    record SimEvent(Kind kind, String subject, long amount, Instant dueAt) {}

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    SimulatedEvents(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Plans one action for each; an action of the same kind and subject that is already planned is moved to the
     * new time.
     */
    void plan(Collection<SimEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                insert into sim_event (partner, kind, subject, amount, due_at)
                select * from unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::timestamptz[])
                on conflict on constraint sim_event_once do update
                set due_at = excluded.due_at, amount = excluded.amount
                """)
                .param(texts(events.stream().map(e -> e.kind().partner.code()).toList()))
                .param(texts(events.stream().map(e -> e.kind().name()).toList()))
                .param(texts(events.stream().map(SimEvent::subject).toList()))
                .param(texts(events.stream().map(SimEvent::amount).toList()))
                .param(texts(events.stream().map(SimEvent::dueAt).toList()))
                .update();
    }

    void plan(Kind kind, Collection<String> subjects, Instant dueAt) {
        plan(subjects.stream().map(s -> new SimEvent(kind, s, 0, dueAt)).toList());
    }

    /** The kinds of which something is due now. */
    Set<Kind> due() {
        return jdbc.sql("select distinct kind from sim_event where due_at <= ?")
                .param(now())
                .query((row, index) -> Kind.valueOf(row.getString(1)))
                .set();
    }

    /** Takes what is due; it is deleted when the caller's transaction commits. */
    List<SimEvent> take(Kind kind, int most) {
        return jdbc.sql(
                        """
                delete from sim_event where id in (
                    select id from sim_event where kind = ? and due_at <= ?
                    order by due_at, id limit ? for update skip locked)
                returning kind, subject, amount, due_at
                """)
                .param(kind.name())
                .param(now())
                .param(most)
                .query(SimulatedEvents::event)
                .list();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), BusinessClock.TOKYO);
    }

    private static SimEvent event(ResultSet row, int index) throws SQLException {
        return new SimEvent(
                Kind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getLong("amount"),
                row.getTimestamp("due_at").toInstant());
    }

    /** An array parameter; the statement casts it to the required type. */
    static String[] texts(Collection<?> values) {
        return values.stream().map(String::valueOf).toArray(String[]::new);
    }
}
