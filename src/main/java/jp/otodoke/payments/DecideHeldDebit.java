package jp.otodoke.payments;

import java.sql.Timestamp;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Does with a held claim what a person has decided. */
@Component
class DecideHeldDebit {
    private final JdbcClient jdbc;
    private final BookCollected bookCollected;
    private final SecuredByMandate securedByMandate;
    private final BusinessClock clock;

    DecideHeldDebit(
            JdbcClient jdbc, BookCollected bookCollected, SecuredByMandate securedByMandate, BusinessClock clock) {
        this.jdbc = jdbc;
        this.bookCollected = bookCollected;
        this.securedByMandate = securedByMandate;
        this.clock = clock;
    }

    /** It was collected after all. */
    @Transactional
    public void paid(long claim, String by) {
        end(claim, DebitClaim.State.PAID);
        bookCollected.bookOne(claim, by);
    }

    /** It was not collected; the next cycle takes it. */
    @Transactional
    public void free(long claim) {
        end(claim, DebitClaim.State.FAILED);
    }

    /** It was not collected, and nothing is collected from this account any more. */
    @Transactional
    public void stop(long claim) {
        end(claim, DebitClaim.State.FAILED);
        jdbc.sql(
                        """
                        update mandate m set state = 'SUSPENDED', changed_at = :now
                          from direct_debit_claim c
                         where c.id = :claim and m.id = c.mandate_id and m.state = 'ACTIVE'
                        returning m.customer_number
                        """)
                .param("claim", claim)
                .param("now", Timestamp.from(clock.instant()))
                .query(String.class)
                .optional()
                .map(CustomerNumber::of)
                .ifPresent(securedByMandate::ends);
    }

    private void end(long claim, DebitClaim.State state) {
        var changed = jdbc.sql(
                        "update direct_debit_claim set state = :state, decided_at = :now where id = :claim and state = 'HELD'")
                .param("state", state.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("claim", claim)
                .update();
        if (changed == 0) {
            throw Refusal.conflict("direct-debit.claim.decided", claim);
        }
    }
}
