package jp.otodoke.payments.paper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Mandates on paper, never with the whole number of an account. */
@Component
public class MandateForms {
    private static final String SELECT =
            """
            select id, customer_number, bank_code, branch_code, account_end, holder_kana, state, defect, reminders, remind_on,
                   received_at from mandate_form
            """;
    private static final String WHERE =
            """
             where (cast(:customer as text) is null or customer_number = :customer)
               and (not :open or state in ('RECEIVED', 'SENT', 'DEFECT'))
            """;

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    MandateForms(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<MandateForm> find(long id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(MandateForms::form)
                .optional();
    }

    /** The newest first; null for all customers. */
    @Transactional(readOnly = true)
    public List<MandateForm> list(@Nullable String customer, boolean open, int offset, int limit) {
        return jdbc.sql(SELECT + WHERE + " order by id desc offset :offset limit :limit")
                .param("customer", customer)
                .param("open", open)
                .param("offset", offset)
                .param("limit", limit)
                .query(MandateForms::form)
                .list();
    }

    @Transactional(readOnly = true)
    public long count(@Nullable String customer, boolean open) {
        return jdbc.sql("select count(*) from mandate_form" + WHERE)
                .param("customer", customer)
                .param("open", open)
                .query(Long.class)
                .single();
    }

    /** Those whose customers are to be asked again by that day. */
    List<MandateForm> toRemind(LocalDate day) {
        return jdbc.sql(SELECT + " where remind_on <= :day order by id for update skip locked")
                .param("day", day)
                .query(MandateForms::form)
                .list();
    }

    /**
     * @param defect kept as it is if it is null
     * @param remindOn of a defect
     * @throws Refusal if there is no such form (not found), or it is in none of these states (conflict)
     */
    MandateForm move(
            long id,
            Set<MandateForm.State> from,
            MandateForm.State to,
            @Nullable MandateDefect defect,
            @Nullable LocalDate remindOn,
            String by) {
        var moved = jdbc.sql(
                        """
                        update mandate_form set state = :to, defect = coalesce(:defect, defect), remind_on = :remindOn,
                               changed_at = :now, actor = :by
                         where id = :id and state = any(:from::text[])
                        """)
                .param("to", to.name())
                .param("defect", defect == null ? null : defect.name())
                .param("remindOn", remindOn)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .param("id", id)
                .param("from", from.stream().map(Enum::name).toArray(String[]::new))
                .update();
        var form = find(id).orElseThrow(() -> Refusal.notFound("mandate-form.not-found", id));
        if (moved == 0) {
            throw Refusal.conflict("mandate-form.refused." + to, id);
        }
        return form;
    }

    static MandateForm form(ResultSet row, int index) throws SQLException {
        var defect = row.getString("defect");
        return new MandateForm(
                row.getLong("id"),
                CustomerNumber.of(row.getString("customer_number")),
                row.getString("bank_code"),
                row.getString("branch_code"),
                row.getString("account_end"),
                row.getString("holder_kana"),
                MandateForm.State.valueOf(row.getString("state")),
                defect == null ? null : MandateDefect.valueOf(defect),
                row.getInt("reminders"),
                row.getObject("remind_on", LocalDate.class),
                row.getTimestamp("received_at").toInstant());
    }
}
