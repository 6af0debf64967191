package jp.otodoke.payments.paper;

import java.sql.Timestamp;
import jp.otodoke.customers.CustomerSubject;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.payments.MandateRegistered;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ends what is open of a customer's mandates on paper, and the asking for them. Works in the caller's transaction. */
@Component
class EndMandateForm {
    private final JdbcClient jdbc;
    private final Inbox inbox;
    private final BusinessClock clock;

    EndMandateForm(JdbcClient jdbc, Inbox inbox, BusinessClock clock) {
        this.jdbc = jdbc;
        this.inbox = inbox;
        this.clock = clock;
    }

    @EventListener
    void on(MandateRegistered registered) {
        replaced(registered.customer());
    }

    /** A newer form or mandate is there. */
    void replaced(CustomerNumber customer) {
        jdbc.sql(
                        """
                        update mandate_form set state = 'REPLACED', remind_on = null, changed_at = :now
                         where customer_number = :customer and state in ('RECEIVED', 'SENT', 'DEFECT')
                        """)
                .param("customer", customer.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        nobodyAsks(customer);
    }

    void nobodyAsks(CustomerNumber customer) {
        inbox.resolve(MandateFormTask.TYPE, CustomerSubject.of(customer));
    }
}
