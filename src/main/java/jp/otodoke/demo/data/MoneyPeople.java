package jp.otodoke.demo.data;

import java.util.List;
import java.util.Objects;
import jp.otodoke.customers.CustomerSummary;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.shared.CustomerNumber;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * To whom the history of money happens: the last customers, of whom the open orders leave out all. Whoever tries something out
 * with one of the first customers does not come across their debts and mandates.
 */
@Component
@Profile("demo")
class MoneyPeople {
    static final String AFTER = "C0001900";
    /** Buys on account. */
    static final CustomerNumber FIRM = CustomerNumber.of("C0001995");

    private final JdbcClient jdbc;
    private final FindCustomer findCustomer;

    MoneyPeople(JdbcClient jdbc, FindCustomer findCustomer) {
        this.jdbc = jdbc;
        this.findCustomer = findCustomer;
    }

    /** So many of them, after the first ones. */
    List<CustomerSummary> take(int first, int count) {
        return jdbc
                .sql(
                        """
                        select number from customers_customer_view
                         where number > :after and number <> :firm and state = 'ACTIVE' and not attention
                         order by number offset :first limit :count
                        """)
                .param("after", AFTER)
                .param("firm", FIRM.value())
                .param("first", first)
                .param("count", count)
                .query(String.class)
                .list()
                .stream()
                .map(number -> find(CustomerNumber.of(number)))
                .toList();
    }

    CustomerSummary firm() {
        return find(FIRM);
    }

    static String kana(CustomerSummary customer) {
        return Objects.requireNonNull(customer.kana());
    }

    private CustomerSummary find(CustomerNumber number) {
        return findCustomer.find(number).orElseThrow();
    }
}
