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
    /** Who buys on account gets one letter of all statements that are due, also when the case that asked for it has ended. */
    private static final String OPEN =
            """
            case when c.kind = 'ORDER' and c.method = 'INVOICE'
                 then coalesce((select sum(d.open) from payments_due_view d
                                 where d.customer_number = c.customer_number and d.statement is not null and d.due_by < :today), 0)
                 when c.state <> 'ENDED' then %s else 0 end
            """
                    .formatted(DunningCases.DUE);

    private static final String TO_SEND =
            """
             from dunning_letter l join dunning_case c on c.id = l.case_id
             left join customers_customer_view k on k.number = c.customer_number
            where l.sent_at is null and"""
                    + " " + OPEN + " > 0";

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    DunningLetters(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Works in the caller's transaction; a case, or a debtor on account, has one letter at a time that has still to be sent. */
    void toSend(long caseId) {
        jdbc.sql(
                        """
                        insert into dunning_letter (case_id, due_at)
                        select c.id, :now from dunning_case c
                         where c.id = :case
                           and not exists (select 1 from dunning_letter l join dunning_case o on o.id = l.case_id
                                            where l.sent_at is null
                                              and (o.id = c.id or c.kind = 'ORDER' and c.method = 'INVOICE' and o.kind = 'ORDER'
                                                   and o.method = 'INVOICE' and o.customer_number = c.customer_number))
                        """)
                .param("case", caseId)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Of cases that go on, the oldest first. */
    @Transactional(readOnly = true)
    public List<Letter> toSend(int offset, int limit) {
        return jdbc.sql("select l.id, l.case_id, c.receivable, " + OPEN + " as open, l.due_at, k.name, k.postal_code,"
                        + " concat(k.prefecture, k.city, k.line1, ' ', k.line2) as address"
                        + TO_SEND
                        + " order by l.due_at, l.id offset :offset limit :limit")
                .param("today", clock.today())
                .param("offset", offset)
                .param("limit", limit)
                .query(DunningLetters::letter)
                .list();
    }

    @Transactional(readOnly = true)
    public long countToSend() {
        return jdbc.sql("select count(*)" + TO_SEND)
                .param("today", clock.today())
                .query(Long.class)
                .single();
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
