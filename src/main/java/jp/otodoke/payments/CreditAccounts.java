package jp.otodoke.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The terms of customers who buy on account, and what they use of their limits. */
@Component
public class CreditAccounts {
    private final JdbcClient jdbc;

    CreditAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Also one that is not active any more. */
    @Transactional(readOnly = true)
    public Optional<CreditAccount> find(CustomerNumber customer) {
        return jdbc.sql("select * from credit_terms where customer_number = :customer")
                .param("customer", customer.value())
                .query((row, n) -> new CreditAccount(
                        customer,
                        terms(row),
                        row.getBoolean("active"),
                        used(List.of(customer), List.of()).getOrDefault(customer, Yen.ZERO),
                        row.getObject("closed_through", LocalDate.class)))
                .optional();
    }

    /** Of those who may order on account. */
    Map<CustomerNumber, CreditTerms> active(Collection<CustomerNumber> customers) {
        return terms(customers, "");
    }

    /** The same, whose rows stay locked, so that two orders never take the same rest of a limit. */
    Map<CustomerNumber, CreditTerms> lock(Collection<CustomerNumber> customers) {
        return terms(customers, " for update");
    }

    private Map<CustomerNumber, CreditTerms> terms(Collection<CustomerNumber> customers, String lock) {
        var found = new TreeMap<CustomerNumber, CreditTerms>();
        jdbc.sql(
                        "select * from credit_terms where active and customer_number = any(:customers) order by customer_number"
                                + lock)
                .param("customers", values(customers))
                .query(row -> {
                    found.put(CustomerNumber.of(row.getString("customer_number")), terms(row));
                });
        return found;
    }

    /**
     * What is owed on account, whether it is delivered, invoiced, or neither; an order that still waits for its limit does not count.
     *
     * @param without orders that are left out
     */
    Map<CustomerNumber, Yen> used(Collection<CustomerNumber> customers, Collection<OrderNumber> without) {
        var used = new HashMap<CustomerNumber, Yen>();
        jdbc.sql(
                        """
                        select customer_number, sum(charged - paid) as used from receivable
                         where customer_number = any(:customers) and charged > paid and (method = 'INVOICE' or kind = 'INVOICE')
                           and (kind = 'INVOICE' or credit_granted > 0) and number <> all(:without)
                         group by customer_number
                        """)
                .param("customers", values(customers))
                .param("without", without.stream().map(OrderNumber::value).toArray(String[]::new))
                .query(row -> {
                    used.put(CustomerNumber.of(row.getString("customer_number")), Yen.of(row.getLong("used")));
                });
        return used;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Change> changes(CustomerNumber customer) {
        return jdbc.sql("select * from credit_terms_change where customer_number = :customer order by id desc")
                .param("customer", customer.value())
                .query((row, n) -> new Change(
                        terms(row),
                        row.getBoolean("active"),
                        row.getTimestamp("changed_at").toInstant(),
                        row.getString("changed_by")))
                .list();
    }

    private static CreditTerms terms(ResultSet row) throws SQLException {
        return new CreditTerms(
                Yen.of(row.getLong("credit_limit")),
                row.getInt("closing_day"),
                row.getInt("months_later"),
                row.getInt("pay_day"));
    }

    private static String[] values(Collection<CustomerNumber> customers) {
        return customers.stream().map(CustomerNumber::value).toArray(String[]::new);
    }

    /** @param by user name */
    public record Change(CreditTerms terms, boolean active, Instant at, String by) {}
}
