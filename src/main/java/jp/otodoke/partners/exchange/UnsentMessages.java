package jp.otodoke.partners.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Map;
import java.util.Optional;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Messages that could not be sent: what they are, and what becomes of them by a person's decision. */
@Component
class UnsentMessages {
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private static final String WAITING =
            """
            select id, partner, type, key, reference, payload, attempts, created_at, next_attempt_at, error
              from outbox_message where id = :id and state = 'WAITING'
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final BusinessClock clock;
    private final WorkSignal workSignal;
    private final Partners partners;

    UnsentMessages(JdbcClient jdbc, JsonMapper json, BusinessClock clock, WorkSignal workSignal, Partners partners) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.workSignal = workSignal;
        this.partners = partners;
    }

    @Transactional(readOnly = true)
    public Optional<UnsentMessage> find(long id) {
        return jdbc.sql(WAITING).param("id", id).query(this::row).optional();
    }

    /** Sends it at once, and counts its attempts anew. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void sendAgain(long id) {
        sendAgain(lock(id));
    }

    /**
     * Sends it at once to another address.
     *
     * @param keep whether the address is to be kept for the future as well
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void sendTo(long id, String address, boolean keep) {
        var message = lock(id);
        if (keep) {
            partners.call(message.partner(), message.type())
                    .orElseThrow(() -> Refusal.conflict("partners.unsent.no-recipient", message.key()))
                    .keepRecipient(message.reference(), address);
        }
        var field = recipientField(message.partner(), message.type())
                .orElseThrow(() -> Refusal.conflict("partners.unsent.no-recipient", message.key()));
        jdbc.sql(
                        "update outbox_message set payload = jsonb_set(payload, array[:field], to_jsonb(:to::text)) where id = :id")
                .param("field", field)
                .param("to", address)
                .param("id", id)
                .update();
        sendAgain(message);
    }

    /** It is never sent. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void discard(long id) {
        var message = lock(id);
        if (recipientField(message.partner(), message.type()).isEmpty()) {
            throw Refusal.conflict("partners.unsent.awaited", message.key());
        }
        jdbc.sql("update outbox_message set state = 'DROPPED', done_at = :now where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    private void sendAgain(UnsentMessage message) {
        jdbc.sql("update outbox_message set attempts = 0, error = null, next_attempt_at = :now where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", message.id())
                .update();
        workSignal.afterCommit(message.partner());
    }

    /** An attempt that runs at the moment is waited for: it may be the one that gets through. */
    private UnsentMessage lock(long id) {
        return jdbc.sql(WAITING + " for update")
                .param("id", id)
                .query(this::row)
                .optional()
                .orElseThrow(() -> Refusal.conflict("partners.unsent.gone"));
    }

    private Optional<String> recipientField(String partner, String type) {
        return partners.call(partner, type).flatMap(OutgoingCall::recipientField);
    }

    private UnsentMessage row(ResultSet row, int number) throws SQLException {
        var partner = row.getString("partner");
        var type = row.getString("type");
        var payload = json.readValue(row.getString("payload"), VALUES);
        return new UnsentMessage(
                row.getLong("id"),
                partner,
                type,
                row.getString("key"),
                row.getString("reference"),
                payload,
                row.getInt("attempts"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("next_attempt_at").toInstant(),
                row.getString("error"),
                recipientField(partner, type).map(payload::get).orElse(null));
    }
}
