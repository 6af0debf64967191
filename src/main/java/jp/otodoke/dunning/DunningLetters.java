package jp.otodoke.dunning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import jp.otodoke.platform.personal.Personal;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reminders that go by post. */
@Component
public class DunningLetters {
    private static final String TO_SEND =
            """
             from dunning_letter l join dunning_case c on c.id = l.case_id
             join payments_receivable_view r on r.number = c.receivable
             left join customers_customer_view k on k.number = c.customer_number
            where l.sent_at is null and c.state <> 'ENDED' and r.claimable > 0
            """;

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    DunningLetters(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Works in the caller's transaction; a case has one letter at a time that has still to be sent. */
    void toSend(long caseId) {
        jdbc.sql(
                        """
                        insert into dunning_letter (case_id, due_at)
                        select :case, :now where not exists (select 1 from dunning_letter where case_id = :case and sent_at is null)
                        """)
                .param("case", caseId)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Of cases that go on, the oldest first. */
    @Transactional(readOnly = true)
    public List<Letter> toSend(int offset, int limit) {
        return jdbc.sql("select l.id, l.case_id, c.receivable, r.claimable as open, l.due_at, k.name, k.postal_code,"
                        + " concat(k.prefecture, k.city, k.line1, ' ', k.line2) as address"
                        + TO_SEND
                        + " order by l.due_at, l.id offset :offset limit :limit")
                .param("offset", offset)
                .param("limit", limit)
                .query(DunningLetters::letter)
                .list();
    }

    @Transactional(readOnly = true)
    public long countToSend() {
        return jdbc.sql("select count(*)" + TO_SEND).query(Long.class).single();
    }

    /** @return how many of them had not been marked yet */
    @Transactional
    public int sent(List<Long> letters, String by) {
        return jdbc.sql(
                        "update dunning_letter set sent_at = :now, sent_by = :by where id = any(:ids) and sent_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .param("ids", letters.toArray(Long[]::new))
                .update();
    }

    private static Letter letter(ResultSet row, int index) throws SQLException {
        return new Letter(
                row.getLong("id"),
                row.getLong("case_id"),
                ReceivableNumber.of(row.getString("receivable")),
                Yen.of(row.getLong("open")),
                row.getTimestamp("due_at").toInstant(),
                row.getString("name"),
                row.getString("postal_code"),
                row.getString("address").strip());
    }

    public record Letter(
            long id,
            long caseId,
            ReceivableNumber receivable,
            Yen open,
            Instant dueAt,
            @Personal(Personal.Kind.NAME) @Nullable String name,
            @Personal(Personal.Kind.ADDRESS) @Nullable String postalCode,
            @Personal(Personal.Kind.ADDRESS) String address) {}
}
