package jp.otodoke.partners.exchange;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
        return add(List.of(new OutboxMessage(partner, type, key, reference, payload)), notBefore) == 1;
    }

    /** Adds many messages in one statement; they are sent after the commit, with as many attempts as needed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(List<OutboxMessage> messages) {
        add(messages, clock.instant());
    }

    private int add(List<OutboxMessage> messages, Instant notBefore) {
        int added = jdbc.sql(
                        """
                        insert into outbox_message
                            (partner, type, key, reference, payload, state, next_attempt_at, created_at)
                        select m.partner, m.type, m.key, m.reference, cast(m.payload as jsonb), 'WAITING', :due, :now
                          from unnest(:partners::text[], :types::text[], :keys::text[], :references::text[], :payloads::text[])
                               with ordinality m(partner, type, key, reference, payload, n)
                         order by m.n
                        on conflict (key) do nothing""")
                .param("partners", texts(messages, OutboxMessage::partner))
                .param("types", texts(messages, OutboxMessage::type))
                .param("keys", texts(messages, OutboxMessage::key))
                .param("references", texts(messages, OutboxMessage::reference))
                .param("payloads", texts(messages, message -> json.writeValueAsString(message.payload())))
                .param("due", Timestamp.from(notBefore))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        messages.stream().map(OutboxMessage::partner).distinct().forEach(workSignal::afterCommit);
        return added;
    }

    private static @Nullable String[] texts(
            List<OutboxMessage> messages, Function<OutboxMessage, @Nullable String> text) {
        return messages.stream().map(text).toArray(String[]::new);
    }
}
