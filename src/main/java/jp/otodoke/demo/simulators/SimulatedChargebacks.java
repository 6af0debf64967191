package jp.otodoke.demo.simulators;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.otodoke.demo.simulators.SimulatedEvents.Kind;
import jp.otodoke.shared.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the simulated card company takes back when it is told to, and decides; each is reported by webhook. */
@Component("simulatedChargebacks")
@Profile("demo")
public class SimulatedChargebacks {
    private static final String OPENED = "opened";
    private static final String REASON = "cardholder does not know the charge";

    /** A chargeback as the gateway reports it. */
    public record Chargeback(String id, String transactionNo, long amount, String reason, String state) {}

    private final JdbcClient jdbc;
    private final SimulatedEvents events;
    private final BusinessClock clock;

    SimulatedChargebacks(JdbcClient jdbc, SimulatedEvents events, BusinessClock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param amount null for all that was captured
     * @return empty if nothing was captured by that transaction
     */
    @Transactional
    public Optional<Chargeback> open(String transactionNo, @Nullable Long amount, @Nullable String reason) {
        var id = "cb_" + UUID.randomUUID();
        int made = jdbc.sql(
                        """
                        insert into sim_chargeback (id, transaction_no, amount, reason, state)
                        select :id, transaction_no, least(coalesce(:amount::bigint, amount), amount), :reason, :state from sim_card
                         where transaction_no = :no and status in ('CAPTURED', 'REFUNDED')
                        """)
                .param("id", id)
                .param("amount", amount)
                .param("reason", reason == null ? REASON : reason)
                .param("state", OPENED)
                .param("no", transactionNo)
                .update();
        if (made == 0) {
            return Optional.empty();
        }
        report(OPENED, id);
        return find(id);
    }

    /** @return empty if there is none, or it is decided */
    @Transactional
    public Optional<Chargeback> decide(String id, String state) {
        int made = jdbc.sql("update sim_chargeback set state = :state where id = :id and state = :opened")
                .param("state", state)
                .param("id", id)
                .param("opened", OPENED)
                .update();
        if (made == 0) {
            return Optional.empty();
        }
        report(state, id);
        return find(id);
    }

    private void report(String state, String id) {
        events.plan(Kind.CHARGEBACK, List.of(state + ":" + id), clock.instant());
    }

    Optional<Chargeback> find(String id) {
        return jdbc.sql("select id, transaction_no, amount, reason, state from sim_chargeback where id = :id")
                .param("id", id)
                .query(Chargeback.class)
                .optional();
    }
}
