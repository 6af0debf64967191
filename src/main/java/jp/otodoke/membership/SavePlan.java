package jp.otodoke.membership;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import jp.otodoke.staff.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds, changes and removes plans. What was charged already stays as it is. */
@Component
public class SavePlan {
    private static final Yen MOST = Yen.of(9_999_999);
    private static final Set<Integer> TAX_RATES = Set.of(0, 8, 10);
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_GRACE = 366;

    private final MembershipPlans plans;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final BusinessClock clock;

    SavePlan(MembershipPlans plans, JdbcClient jdbc, AuditTrail audit, BusinessClock clock) {
        this.plans = plans;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws InvalidInput naming every mistake, also a code that is taken */
    @Transactional
    public void add(MembershipPlan plan) {
        check(plan);
        var added = values(
                        jdbc.sql(
                                """
                        insert into membership_plan (code, name, dues, tax_rate, period, due_day, grace_days, active, changed_at)
                        values (:code, :name, :dues, :rate, :period, :day, :grace, :active, :now) on conflict do nothing
                        """),
                        plan)
                .update();
        if (added == 0) {
            throw new InvalidInput(List.of(problem("code", "taken")));
        }
        audit.record("plan-added", plan.code(), words(plan));
    }

    /**
     * Dues change from the next period on.
     *
     * @throws Refusal if there is none (not found), or members' periods would change (conflict)
     * @throws InvalidInput naming every mistake
     */
    @Transactional
    public void change(MembershipPlan plan) {
        check(plan);
        jdbc.sql("select code from membership_plan where code = :code for update")
                .param("code", plan.code())
                .query(String.class)
                .optional();
        var before = plans.get(plan.code()).plan();
        if (before.period() != plan.period() && used(plan.code())) {
            throw Refusal.conflict("plan.used", plan.code());
        }
        values(
                        jdbc.sql(
                                """
                        update membership_plan set name = :name, dues = :dues, tax_rate = :rate, period = :period, due_day = :day,
                               grace_days = :grace, active = :active, changed_at = :now where code = :code
                        """),
                        plan)
                .update();
        audit.record("plan-changed", plan.code(), words(before) + " -> " + words(plan));
    }

    /** @throws Refusal if there is none (not found), or somebody is or was a member by it (conflict) */
    @Transactional
    public void remove(String code) {
        plans.get(code);
        if (used(code)) {
            throw Refusal.conflict("plan.used", code);
        }
        jdbc.sql("delete from membership_plan where code = :code")
                .param("code", code)
                .update();
        audit.record("plan-removed", code, "");
    }

    private boolean used(String code) {
        return jdbc.sql("select exists (select 1 from membership where plan = :code)")
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    private JdbcClient.StatementSpec values(JdbcClient.StatementSpec statement, MembershipPlan plan) {
        return statement
                .param("code", plan.code())
                .param("name", plan.name())
                .param("dues", plan.dues().amount())
                .param("rate", plan.taxRate())
                .param("period", plan.period().name())
                .param("day", plan.dueDay())
                .param("grace", plan.graceDays())
                .param("active", plan.active())
                .param("now", Timestamp.from(clock.instant()));
    }

    private static void check(MembershipPlan plan) {
        var problems = new ArrayList<FieldProblem>();
        if (!plan.code().matches("[A-Za-z0-9_-]{1,30}")) {
            problems.add(problem("code", "invalid"));
        }
        if (plan.name().isBlank() || plan.name().length() > LONGEST_NAME) {
            problems.add(problem("name", "invalid"));
        }
        if (plan.dues().isNegative() || plan.dues().isMoreThan(MOST)) {
            problems.add(problem("dues", "invalid"));
        }
        if (!TAX_RATES.contains(plan.taxRate())) {
            problems.add(problem("taxRate", "unknown"));
        }
        if (plan.dueDay() < 1 || plan.dueDay() > 31) {
            problems.add(problem("dueDay", "invalid"));
        }
        if (plan.graceDays() < 0 || plan.graceDays() > LONGEST_GRACE) {
            problems.add(problem("graceDays", "invalid"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private static FieldProblem problem(String field, String code) {
        return new FieldProblem(field, code, BilingualText.of("plan.problem." + field + "." + code));
    }

    /** As the audit trail has them. */
    private static String words(MembershipPlan plan) {
        return "%s %d/%s rate=%d day=%d grace=%d active=%s"
                .formatted(
                        plan.name(),
                        plan.dues().amount(),
                        plan.period(),
                        plan.taxRate(),
                        plan.dueDay(),
                        plan.graceDays(),
                        plan.active());
    }
}
