package jp.otodoke.payments;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose account is to be closed, and to which day. */
@Component
public class DueClosings {
    private final JdbcClient jdbc;

    DueClosings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All that should be closed to a day that is not after this one and are not; each to its last such day. */
    public List<DueClosing> until(LocalDate day) {
        return accounts(null).stream()
                .map(account -> account.closing(account.terms().closingUntil(day)))
                .filter(Objects::nonNull)
                .toList();
    }

    /** By hand: one customer, or all whose closing day it is. Those closed to this day or a later one are left out. */
    List<DueClosing> on(LocalDate day, @Nullable CustomerNumber customer) {
        return accounts(customer).stream()
                .filter(account ->
                        customer != null || account.terms().closingUntil(day).equals(day))
                .map(account -> DueClosing.of(account.customer(), account.terms(), day))
                .toList();
    }

    private List<Account> accounts(@Nullable CustomerNumber customer) {
        return jdbc.sql(
                        """
                        select * from credit_terms where cast(:customer as text) is null or customer_number = :customer
                         order by customer_number
                        """)
                .param("customer", customer == null ? null : customer.value())
                .query((row, n) -> new Account(
                        CustomerNumber.of(row.getString("customer_number")),
                        new CreditTerms(
                                Yen.of(row.getLong("credit_limit")),
                                row.getInt("closing_day"),
                                row.getInt("months_later"),
                                row.getInt("pay_day")),
                        row.getObject("closed_through", LocalDate.class)))
                .list();
    }

    private record Account(CustomerNumber customer, CreditTerms terms, LocalDate closedThrough) {
        @Nullable
        DueClosing closing(LocalDate day) {
            return day.isAfter(closedThrough) ? DueClosing.of(customer, terms, day) : null;
        }
    }
}
