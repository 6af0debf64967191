package jp.otodoke.orders;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import jp.otodoke.platform.personal.Personal;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The final confirmation required by the Act on Specified Commercial Transactions: the versions of the script, and
 * for each order the exact text that was read out. Entries are never modified.
 */
@Component
public class Confirmations {
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    Confirmations(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param body with placeholders such as {@code {total}} */
    public record Wording(int version, String body, Instant writtenAt, String writtenBy) {}

    public record Confirmation(int version, @Personal(Personal.Kind.TEXT) String body, Instant readAt, String readBy) {}

    /** The current version. */
    @Transactional(readOnly = true)
    public Wording wording() {
        return wordings().get(0);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Wording> wordings() {
        return jdbc.sql("select version, body, written_at, written_by from confirmation_script order by version desc")
                .query(Wording.class)
                .list();
    }

    /** @return the new version, effective immediately */
    @Transactional
    public int write(String body, String by) {
        return jdbc.sql(
                        """
                        insert into confirmation_script (version, body, written_at, written_by)
                        select max(version) + 1, :body, :now, :by from confirmation_script returning version
                        """)
                .param("body", body)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .query(Integer.class)
                .single();
    }

    @Transactional
    public void record(OrderNumber orderNumber, int version, String body, String by) {
        jdbc.sql(
                        """
                        insert into order_confirmation (order_number, version, body, read_at, read_by)
                        values (:order, :version, :body, :now, :by)
                        """)
                .param("order", orderNumber.value())
                .param("version", version)
                .param("body", body)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .update();
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<Confirmation> of(OrderNumber orderNumber) {
        return jdbc.sql(
                        "select version, body, read_at, read_by from order_confirmation where order_number = :order order by id")
                .param("order", orderNumber.value())
                .query(Confirmation.class)
                .list();
    }
}
