package jp.otodoke.staff;

import java.time.Duration;
import java.time.Instant;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.TextNormalizer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets somebody who does not usually need personal data see it for a while; the reason is recorded. */
@Component
public class RevealPersonal {
    private static final Duration HOW_LONG = Duration.ofMinutes(15);
    private static final int SHORTEST_REASON = 4;
    private static final int LONGEST_REASON = 200;

    private final AuditTrail audit;
    private final CurrentStaff staff;
    private final BusinessClock clock;

    RevealPersonal(AuditTrail audit, CurrentStaff staff, BusinessClock clock) {
        this.audit = audit;
        this.staff = staff;
        this.clock = clock;
    }

    /**
     * @param where the page it was requested on
     * @return until when
     */
    @Transactional
    public Instant reveal(String reason, String where) {
        var why = TextNormalizer.clean(reason);
        if (why.length() < SHORTEST_REASON || why.length() > LONGEST_REASON) {
            throw Refusal.invalid("personal.reason.length", SHORTEST_REASON, LONGEST_REASON);
        }
        audit.record("personal-revealed", staff.name(), why + " (" + where + ")");
        return clock.instant().plus(HOW_LONG);
    }
}
