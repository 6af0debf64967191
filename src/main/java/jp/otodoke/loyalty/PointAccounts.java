package jp.otodoke.loyalty;

import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What customers have in points. Whoever moves points locks the accounts before, in the order of their numbers. */
@Component
class PointAccounts {
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    PointAccounts(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those that exist; a customer without an account has no points. */
    void lock(Collection<CustomerNumber> customers) {
        jdbc.sql(
                        """
                        select customer_number from point_account where customer_number = any(:customers)
                         order by customer_number for update
                        """)
                .param("customers", values(customers))
                .query()
                .listOfRows();
    }

    /** Opens what is missing. */
    void open(Collection<CustomerNumber> customers) {
        jdbc.sql(
                        """
                        insert into point_account (customer_number)
                        select distinct c from unnest(:customers::text[]) c order by c on conflict do nothing
                        """)
                .param("customers", values(customers))
                .update();
        lock(customers);
    }

    /** What may be used today. Customers without any are left out. */
    Map<CustomerNumber, Yen> available(Collection<CustomerNumber> customers) {
        var available = new HashMap<CustomerNumber, Yen>();
        jdbc.sql(
                        """
                        select customer_number, sum(remaining) as points from point_lot
                         where customer_number = any(:customers) and remaining > 0 and expires_on >= :today
                         group by customer_number
                        """)
                .param("customers", values(customers))
                .param("today", clock.today())
                .query((ResultSet row) -> {
                    available.put(CustomerNumber.of(row.getString("customer_number")), Yen.of(row.getLong("points")));
                });
        return available;
    }

    /** Points that these orders use by now. Orders without any are left out. */
    Map<OrderNumber, Yen> used(Collection<OrderNumber> orders) {
        var points = new HashMap<OrderNumber, Yen>();
        jdbc.sql(
                        """
                        select order_number, used as points from loyalty_order_points_view
                         where order_number = any(:orders) and used is not null
                        """)
                .param("orders", orders.stream().map(OrderNumber::value).toArray(String[]::new))
                .query((ResultSet row) -> {
                    points.put(OrderNumber.of(row.getString("order_number")), Yen.of(row.getLong("points")));
                });
        return points;
    }

    static String[] values(Collection<CustomerNumber> customers) {
        return customers.stream().map(CustomerNumber::value).distinct().toArray(String[]::new);
    }
}
