package jp.otodoke.loyalty;

import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.otodoke.customers.CustomerPoints;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The points that customers have; one point is one yen. */
@Component
public class PointBalances implements CustomerPoints {
    private final JdbcClient jdbc;

    PointBalances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<CustomerNumber, Yen> of(Collection<CustomerNumber> customers) {
        var balances = new HashMap<CustomerNumber, Yen>();
        jdbc.sql("select customer_number, balance from point_account where customer_number = any(:customers)")
                .param("customers", PointAccounts.values(customers))
                .query((ResultSet row) -> {
                    balances.put(CustomerNumber.of(row.getString("customer_number")), Yen.of(row.getLong("balance")));
                });
        return balances;
    }

    /** Negative where points came back that had been used already. */
    @Transactional(readOnly = true)
    public Yen of(CustomerNumber customer) {
        return of(List.of(customer)).getOrDefault(customer, Yen.ZERO);
    }
}
