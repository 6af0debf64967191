package jp.otodoke.partners.exchange;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import jp.otodoke.shared.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Messages to be sent, stored in the transaction that decides them. */
@Component
public class Outbox {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final BusinessClock clock;
    private final WorkSignal workSignal;

    Outbox(JdbcClient jdbc, JsonMapper json, BusinessClock clock, WorkSignal workSignal) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.workSignal = workSignal;
    }

    /**
     * Adds a message to a partner; it is sent after the commit, with as many attempts as needed.
     *
     * @param key identifies it permanently: the same key again changes nothing
     * @param reference the shipment, order or call it is about; messages can be found by it
     * @return whether it is new
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean add(
            String partner, String type, String key, @Nullable String reference, Map<String, String> payload) {
        return add(partner, type, key, reference, payload, clock.instant());
    }

    /**
     * As {@link #add(String, String, String, String, Map)}, but sent later.
     *
     * @param notBefore when it is sent at the earliest
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean add(
            String partner,
            String type,
            String key,
            @Nullable String reference,
            Map<String, String> payload,
            Instant notBefore) {
        int added = jdbc.sql(
                        """
                        insert into outbox_message
                            (partner, type, key, reference, payload, state, next_attempt_at, created_at)
                        values (:partner, :type, :key, :reference, cast(:payload as jsonb), 'WAITING', :due, :now)
                        on conflict (key) do nothing""")
                .param("partner", partner)
                .param("type", type)
                .param("key", key)
                .param("reference", reference)
                .param("payload", json.writeValueAsString(payload))
                .param("due", Timestamp.from(notBefore))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        workSignal.afterCommit(partner);
        return added == 1;
    }
}
