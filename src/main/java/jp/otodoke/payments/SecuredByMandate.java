package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * An order by direct debit is as safe as its customer's mandate: with one its goods leave before the money is collected, and
 * without one it waits.
 */
@Component
class SecuredByMandate {
    private final JdbcClient jdbc;
    private final Payments payments;
    private final ApplicationEventPublisher events;

    SecuredByMandate(JdbcClient jdbc, Payments payments, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.payments = payments;
        this.events = events;
    }

    void begins(CustomerNumber customer) {
        change(customer, true).forEach(order -> events.publishEvent(new PaymentSecured(order)));
    }

    void ends(CustomerNumber customer) {
        change(customer, false).forEach(order -> events.publishEvent(new PaymentReversed(order)));
    }

    /** @return the orders that it makes a difference to */
    private List<OrderNumber> change(CustomerNumber customer, boolean secured) {
        var numbers = jdbc
                .sql(
                        """
                        select number from receivable
                         where customer_number = :customer and kind = 'ORDER' and method = 'DIRECT_DEBIT' and charged > paid
                           and by_mandate <> :secured
                         order by number
                        """)
                .param("customer", customer.value())
                .param("secured", secured)
                .query(String.class)
                .list()
                .stream()
                .map(OrderNumber::of)
                .toList();
        var all = payments.findAllById(numbers);
        all.forEach(payment -> payment.byMandate(secured));
        payments.saveAllAndFlush(all);
        return numbers;
    }
}
