package jp.otodoke.payments;

import java.sql.Timestamp;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Collects by a suspended mandate again. */
@Component
public class ResumeMandate {
    private final JdbcClient jdbc;
    private final SecuredByMandate securedByMandate;
    private final BusinessClock clock;

    ResumeMandate(JdbcClient jdbc, SecuredByMandate securedByMandate, BusinessClock clock) {
        this.jdbc = jdbc;
        this.securedByMandate = securedByMandate;
        this.clock = clock;
    }

    /** @throws Refusal if it is not suspended (conflict) */
    @Transactional
    public void resume(long mandate) {
        var customer = jdbc.sql(
                        """
                        update mandate set state = 'ACTIVE', changed_at = :now where id = :id and state = 'SUSPENDED'
                        returning customer_number
                        """)
                .param("id", mandate)
                .param("now", Timestamp.from(clock.instant()))
                .query(String.class)
                .optional()
                .map(CustomerNumber::of)
                .orElseThrow(() -> Refusal.conflict("mandate.not-suspended", mandate));
        securedByMandate.begins(customer);
    }
}
