package jp.otodoke.desk.orderentry;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.otodoke.platform.secrets.Secrets;
import jp.otodoke.shared.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Drafts of orders, stored so that they survive a browser crash. Encrypted; only their author may open them. */
@Component
class OrderDrafts {
    private static final Duration RETENTION = Duration.ofDays(14);
    private static final int LONGEST_TOKEN = 50;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Secrets secrets;
    private final BusinessClock clock;

    OrderDrafts(JdbcClient jdbc, JsonMapper json, Secrets secrets, BusinessClock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.secrets = secrets;
        this.clock = clock;
    }

    record Draft(OrderForm form, Instant savedAt) {}

    /**
     * Saves the form unless another window has saved a newer revision under its token.
     *
     * @return the draft's new revision; empty if the other window was ahead
     */
    @Transactional
    Optional<Integer> save(OrderForm form, String owner) {
        var token = form.token();
        if (token == null || token.isBlank() || token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        var saved = jdbc.sql(
                        """
                        insert into order_draft (token, owner, revision, content, started_at, saved_at)
                        values (:token, :owner, 1, :content, :now, :now)
                        on conflict (token) do update
                           set revision = order_draft.revision + 1, content = :content, saved_at = :now
                         where order_draft.owner = :owner and order_draft.revision = :revision
                        returning revision
                        """)
                .param("token", token)
                .param("owner", owner)
                .param("content", secrets.encrypt(json.writeValueAsString(form.withoutSecrets())))
                .param("revision", revision(form))
                .param("now", now())
                .query(Integer.class)
                .optional();
        if (saved.filter(revision -> revision == 1).isPresent()) {
            jdbc.sql("delete from order_draft where saved_at < :before")
                    .param("before", Timestamp.from(clock.instant().minus(RETENTION)))
                    .update();
        }
        return saved;
    }

    @Transactional(readOnly = true)
    Optional<OrderForm> find(String token, String owner) {
        return jdbc.sql("select content, revision from order_draft where token = :token and owner = :owner")
                .param("token", token)
                .param("owner", owner)
                .query((row, n) -> form(row.getString("content")).withRevision(row.getInt("revision")))
                .optional();
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    List<Draft> of(String owner) {
        return jdbc.sql(
                        "select content, saved_at from order_draft where owner = :owner order by saved_at desc limit 20")
                .param("owner", owner)
                .query((row, n) -> new Draft(
                        form(row.getString("content")),
                        row.getTimestamp("saved_at").toInstant()))
                .list();
    }

    @Transactional
    void discard(String token, String owner) {
        jdbc.sql("delete from order_draft where token = :token and owner = :owner")
                .param("token", token)
                .param("owner", owner)
                .update();
    }

    private OrderForm form(String content) {
        return json.readValue(secrets.decrypt(content), OrderForm.class);
    }

    private static int revision(OrderForm form) {
        var revision = form.revision();
        return revision != null && revision.matches("\\d{1,8}") ? Integer.parseInt(revision) : 0;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
