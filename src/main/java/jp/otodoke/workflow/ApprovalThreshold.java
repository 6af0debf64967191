package jp.otodoke.workflow;

import java.sql.Timestamp;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Yen;
import jp.otodoke.staff.AuditTrail;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The amount from which a second person must approve a manual change to a stuck case. */
@Component
public class ApprovalThreshold {
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final CurrentStaff staff;
    private final BusinessClock clock;

    ApprovalThreshold(JdbcClient jdbc, AuditTrail audit, CurrentStaff staff, BusinessClock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.staff = staff;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Yen aboveYen() {
        return Yen.of(jdbc.sql("select above_amount from approval_threshold")
                .query(Long.class)
                .single());
    }

    boolean needed(Yen value) {
        return value.isMoreThan(aboveYen());
    }

    /** @throws InvalidInput if it is below zero */
    @Transactional
    public void change(Yen aboveYen) {
        if (aboveYen.isNegative()) {
            throw new InvalidInput("aboveYen", "negative", BilingualText.of("resolution.limit.problem.negative"));
        }
        var before = aboveYen();
        jdbc.sql("update approval_threshold set above_amount = :yen, changed_by = :by, changed_at = :now")
                .param("yen", aboveYen.amount())
                .param("by", staff.name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        audit.record("four-eyes-changed", "four-eyes", before.amount() + " → " + aboveYen.amount());
    }
}
