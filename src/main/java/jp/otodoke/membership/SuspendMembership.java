package jp.otodoke.membership;

import jp.otodoke.membership.MembershipChange.What;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Refusal;
import jp.otodoke.staff.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends being a member for a time (休止) or altogether (退会): at once nothing more is charged or sent. */
@Component
public class SuspendMembership {
    private final Memberships memberships;
    private final ChargeDues chargeDues;
    private final AuditTrail audit;
    private final BusinessClock clock;

    SuspendMembership(Memberships memberships, ChargeDues chargeDues, AuditTrail audit, BusinessClock clock) {
        this.memberships = memberships;
        this.chargeDues = chargeDues;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Refusal if there is none (not found), or it is not active (conflict) */
    @Transactional
    public void suspend(String number, @Nullable String reason) {
        var one = memberships.locked(number);
        if (!one.active()) {
            throw Refusal.conflict("membership.not-active", number);
        }
        end(one, MembershipState.DORMANT, What.SUSPENDED, reason);
        audit.record("membership-suspended", number, "");
    }

    /** @throws Refusal if there is none (not found), or it has been withdrawn already (conflict) */
    @Transactional
    public void withdraw(String number, @Nullable String reason) {
        var one = memberships.locked(number);
        if (one.state() == MembershipState.WITHDRAWN) {
            throw Refusal.conflict("membership.withdrawn", number);
        }
        end(one, MembershipState.WITHDRAWN, What.WITHDRAWN, reason);
        audit.record("membership-withdrawn", number, "");
    }

    private void end(Membership one, MembershipState state, What what, @Nullable String reason) {
        var today = clock.today();
        // An absence goes on where one absence follows another, so that its days are counted once.
        var since = one.active() ? today : one.since();
        var ended = one.with(state, since, one.dormantDays());
        memberships.save(ended);
        memberships.note(ended, what, today, reason);
        chargeDues.takeBackOpen(one);
    }
}
