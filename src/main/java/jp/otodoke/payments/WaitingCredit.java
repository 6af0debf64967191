package jp.otodoke.payments;

import java.time.Duration;
import java.util.List;
import jp.otodoke.platform.clock.RepeatedWork;
import jp.otodoke.platform.data.RetryOnConflict;
import jp.otodoke.shared.CustomerNumber;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets orders go on that waited for a credit limit, once money has come in or other orders have been cancelled. */
@Component
class WaitingCredit extends RepeatedWork {
    private final JdbcClient jdbc;
    private final GrantWaitingCredit grantWaitingCredit;
    private final RetryOnConflict retryOnConflict;

    WaitingCredit(
            JdbcClient jdbc,
            GrantWaitingCredit grantWaitingCredit,
            RetryOnConflict retryOnConflict,
            @Value("${otodoke.jobs.active:true}") boolean active) {
        super("waiting-credit", Duration.ofSeconds(30), Duration.ofSeconds(30), active);
        this.jdbc = jdbc;
        this.grantWaitingCredit = grantWaitingCredit;
        this.retryOnConflict = retryOnConflict;
    }

    @Override
    protected void repeat() {
        try {
            run();
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(getClass()).error("Could not look at orders that wait for credit; trying again", e);
        }
    }

    void run() {
        customers().forEach(customer -> retryOnConflict.inTransaction(() -> grantWaitingCredit.grant(customer)));
    }

    /** Those with an order that fits by now, the oldest wait first. */
    private List<CustomerNumber> customers() {
        return jdbc
                .sql(
                        """
                        select w.customer_number from
                               (select customer_number, min(charged - paid) as least, min(credit_refused_at) as since from receivable
                                 where credit_refused_at is not null and method = 'INVOICE' and charged > paid
                                 group by customer_number) w
                          join credit_terms t on t.customer_number = w.customer_number and t.active
                         where t.credit_limit >= w.least
                               + coalesce((select sum(r.charged - r.paid) from receivable r
                                            where r.customer_number = w.customer_number and r.charged > r.paid
                                              and (r.method = 'INVOICE' or r.kind = 'INVOICE')
                                              and (r.kind = 'INVOICE' or r.credit_granted > 0) and r.credit_refused_at is null), 0)
                         order by w.since
                        """)
                .query(String.class)
                .list()
                .stream()
                .map(CustomerNumber::of)
                .toList();
    }
}
