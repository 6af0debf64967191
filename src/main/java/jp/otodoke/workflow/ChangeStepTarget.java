package jp.otodoke.workflow;

import java.sql.Timestamp;
import java.time.Duration;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import jp.otodoke.staff.AuditTrail;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets how long cases should, and may at most, stay at a step. */
@Component
public class ChangeStepTarget {
    private static final Duration LONGEST = Duration.ofDays(366);

    private final JdbcClient jdbc;
    private final StepTargets targets;
    private final ModelSteps steps;
    private final AuditTrail audit;
    private final CurrentStaff staff;
    private final BusinessClock clock;

    ChangeStepTarget(
            JdbcClient jdbc,
            StepTargets targets,
            ModelSteps steps,
            AuditTrail audit,
            CurrentStaff staff,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.targets = targets;
        this.steps = steps;
        this.audit = audit;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * @return false if nothing changed
     * @throws Refusal if no diagram has the step
     * @throws InvalidInput if the target is not positive, or longer than the limit
     */
    @Transactional
    public boolean change(String process, String step, Duration target, Duration limit) {
        if (steps.name(process, step).isEmpty()) {
            throw Refusal.notFound("step.not-found", process, step);
        }
        if (target.isZero() || target.isNegative()) {
            throw new InvalidInput("target", "positive", BilingualText.of("targets.problem.positive"));
        }
        if (target.compareTo(limit) > 0) {
            throw new InvalidInput("limit", "below-target", BilingualText.of("targets.problem.limit"));
        }
        if (limit.compareTo(LONGEST) > 0) {
            throw new InvalidInput("limit", "too-long", BilingualText.of("targets.problem.too-long"));
        }
        var before = targets.of(process, step);
        if (before.filter(b -> b.target().equals(target) && b.limit().equals(limit))
                .isPresent()) {
            return false;
        }
        write(process, step, target, limit);
        audit.record(
                "step-target-changed",
                process + "/" + step,
                before.map(b -> b.target() + ", " + b.limit() + " → ").orElse("") + target + ", " + limit);
        return true;
    }

    private void write(String process, String step, Duration target, Duration limit) {
        jdbc.sql(
                        """
                        with old as (
                            select target_seconds, limit_seconds from step_target
                             where process = :process and step = :step),
                        changed as (
                            insert into step_target_change (process, step, target_before, target_seconds, limit_before,
                                                            limit_seconds, changed_by, changed_at)
                            values (:process, :step, (select target_seconds from old), :target,
                                    (select limit_seconds from old), :limit, :by, :now))
                        insert into step_target values (:process, :step, :target, :limit, :by, :now)
                        on conflict (process, step) do update
                           set target_seconds = excluded.target_seconds, limit_seconds = excluded.limit_seconds,
                               changed_by = excluded.changed_by, changed_at = excluded.changed_at
                        """)
                .param("process", process)
                .param("step", step)
                .param("target", target.toSeconds())
                .param("limit", limit.toSeconds())
                .param("by", staff.name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
