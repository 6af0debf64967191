package jp.otodoke.payments;

import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks again at a customer's orders that the limit did not allow; those that fit by now go on. */
@Component
class GrantWaitingCredit {
    private final JdbcClient jdbc;
    private final Payments payments;
    private final GrantCredit grantCredit;
    private final ApplicationEventPublisher events;

    GrantWaitingCredit(JdbcClient jdbc, Payments payments, GrantCredit grantCredit, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.payments = payments;
        this.grantCredit = grantCredit;
        this.events = events;
    }

    /** @return how many go on */
    @Transactional
    public int grant(CustomerNumber customer) {
        var numbers = jdbc
                .sql(
                        """
                        select number from receivable where customer_number = :customer and credit_refused_at is not null
                           and method = 'INVOICE' and charged > paid order by number
                        """)
                .param("customer", customer.value())
                .query(String.class)
                .list()
                .stream()
                .map(OrderNumber::of)
                .toList();
        var all = payments.findAllById(numbers);
        grantCredit.grant(all);
        payments.saveAllAndFlush(all);
        var secured = all.stream()
                .filter(Payment::secured)
                .map(Payment::orderNumber)
                .sorted()
                .toList();
        secured.forEach(order -> events.publishEvent(new PaymentSecured(order)));
        return secured.size();
    }
}
