package jp.otodoke.membership;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import jp.otodoke.membership.MembershipChange.What;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Refusal;
import jp.otodoke.staff.AuditTrail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings a member back (復帰), with number, history and the time spent as one. */
@Component
public class ResumeMembership {
    private final Memberships memberships;
    private final MembershipPlans plans;
    private final ChargeDues chargeDues;
    private final AuditTrail audit;
    private final BusinessClock clock;

    ResumeMembership(
            Memberships memberships,
            MembershipPlans plans,
            ChargeDues chargeDues,
            AuditTrail audit,
            BusinessClock clock) {
        this.memberships = memberships;
        this.plans = plans;
        this.chargeDues = chargeDues;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A period that is paid and not over goes on; otherwise a new one begins today, with its dues.
     *
     * @throws Refusal if there is none (not found), or it is active (conflict)
     */
    @Transactional
    public void resume(String number) {
        var one = memberships.locked(number);
        if (one.active()) {
            throw Refusal.conflict("membership.active", number);
        }
        var today = clock.today();
        var absent = (int) Math.max(0, ChronoUnit.DAYS.between(one.since(), today));
        var back = one.with(MembershipState.ACTIVE, today, one.dormantDays() + absent);
        if (!paidFor(one, today)) {
            var plan = plans.get(one.plan()).plan();
            back = chargeDues.next(back.with(today, 0, null), plan, today);
        }
        memberships.save(back);
        memberships.note(back, What.RESUMED, today, null);
        audit.record("membership-resumed", number, "");
    }

    private boolean paidFor(Membership one, LocalDate today) {
        var until = one.validUntil();
        return (until == null || !until.isBefore(today))
                && memberships.dues(one.number()).stream()
                        .findFirst()
                        .map(due -> due.amount().isPositive() && !due.open().isPositive())
                        .orElse(true);
    }
}
