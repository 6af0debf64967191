package jp.otodoke.payments.schedule;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.staff.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds a contract of direct debits, or changes the one of that name; cycles that are collected already stay as they are. */
@Component
public class SaveDebitContract {
    private static final int LAST_DAY = 31;
    private static final int MOST_DAYS = 20;
    private static final int LONGEST_NAME = 60;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final BusinessClock clock;

    SaveDebitContract(JdbcClient jdbc, AuditTrail audit, BusinessClock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** A contract as it was typed. */
    public record Typed(
            @Nullable String name,
            @Nullable Integer day,
            @Nullable Integer fileDays,
            @Nullable Integer previewDays,
            @Nullable Integer resultDays,
            @Nullable Integer retryDay,
            boolean automatic,
            boolean active) {}

    /**
     * @return its id
     * @throws InvalidInput with all that is wrong
     */
    @Transactional
    public long save(Typed typed, String by) {
        var problems = new ArrayList<FieldProblem>();
        var name = TextNormalizer.clean(typed.name());
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            problems.add(problem("name"));
        }
        within("day", typed.day(), 1, LAST_DAY, problems);
        within("fileDays", typed.fileDays(), 0, MOST_DAYS, problems);
        within("previewDays", typed.previewDays(), 0, MOST_DAYS, problems);
        within("resultDays", typed.resultDays(), 0, MOST_DAYS, problems);
        if (typed.retryDay() != null) {
            within("retryDay", typed.retryDay(), 1, LAST_DAY, problems);
            if (typed.retryDay().equals(typed.day())) {
                problems.add(problem("retryDay"));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        audit.record("debit-contract-saved", name, detail(typed));
        return jdbc.sql(
                        """
                        insert into debit_contract (name, day_of_month, file_days, preview_days, result_days, retry_day, automatic, active,
                                                    changed_at, changed_by)
                        values (:name, :day, :fileDays, :previewDays, :resultDays, :retryDay, :automatic, :active, :now, :by)
                        on conflict (name) do update set day_of_month = excluded.day_of_month, file_days = excluded.file_days,
                               preview_days = excluded.preview_days, result_days = excluded.result_days, retry_day = excluded.retry_day, automatic = excluded.automatic,
                               active = excluded.active, changed_at = excluded.changed_at, changed_by = excluded.changed_by
                        returning id
                        """)
                .param("name", name)
                .param("day", typed.day())
                .param("fileDays", typed.fileDays())
                .param("previewDays", typed.previewDays())
                .param("resultDays", typed.resultDays())
                .param("retryDay", typed.retryDay())
                .param("automatic", typed.automatic())
                .param("active", typed.active())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .query(Long.class)
                .single();
    }

    private static String detail(Typed typed) {
        return "day %d, file %d, preview %d, result %d, retry %s, %s, %s"
                .formatted(
                        typed.day(),
                        typed.fileDays(),
                        typed.previewDays(),
                        typed.resultDays(),
                        typed.retryDay() == null ? "-" : typed.retryDay(),
                        typed.automatic() ? "automatic" : "with approval",
                        typed.active() ? "active" : "inactive");
    }

    private static void within(String field, @Nullable Integer number, int from, int to, List<FieldProblem> problems) {
        if (number == null || number < from || number > to) {
            problems.add(problem(field));
        }
    }

    private static FieldProblem problem(String field) {
        return new FieldProblem(field, "invalid", BilingualText.of("debit-contract.problem." + field));
    }
}
