package jp.otodoke.payments;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import jp.otodoke.customers.CustomerBalance;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 預り金: what customers have with us, by the ledger. */
@Component
class CustomerBalances implements CustomerBalance {
    private final JdbcClient jdbc;

    CustomerBalances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<CustomerNumber, Yen> of(Collection<CustomerNumber> customers) {
        return jdbc
                .sql(
                        """
                        select p.customer_number, -sum(e.amount) as balance
                          from ledger_entry e join receivable p on p.number = e.receivable
                         where e.account = 'BALANCE' and p.customer_number = any(:customers)
                         group by p.customer_number
                        """)
                .param(
                        "customers",
                        customers.stream().map(CustomerNumber::value).toArray(String[]::new))
                .query((row, n) ->
                        Map.entry(CustomerNumber.of(row.getString("customer_number")), Yen.of(row.getLong("balance"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
