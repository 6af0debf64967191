package jp.otodoke.partners.exchange;

import java.sql.Timestamp;
import jp.otodoke.shared.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends the delays after failures: the partner is believed to be reachable again. */
@Component
public class RetryPartner {
    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final WorkSignal workSignal;

    RetryPartner(JdbcClient jdbc, BusinessClock clock, WorkSignal workSignal) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.workSignal = workSignal;
    }

    /** Everything that waits for this partner is retried at once. */
    @Transactional
    public void now(String partner) {
        var now = Timestamp.from(clock.instant());
        jdbc.sql(
                        """
                        update partner_message set next_attempt_at = :now
                         where partner = :partner and state = 'READY' and next_attempt_at > :now""")
                .param("partner", partner)
                .param("now", now)
                .update();
        jdbc.sql(
                        """
                        update outbox_message set next_attempt_at = :now
                         where partner = :partner and state = 'WAITING' and next_attempt_at > :now""")
                .param("partner", partner)
                .param("now", now)
                .update();
        workSignal.afterCommit(partner);
    }
}
