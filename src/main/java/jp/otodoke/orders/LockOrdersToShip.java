package jp.otodoke.orders;

import java.time.LocalDate;
import java.util.List;
import jp.otodoke.shared.OrderNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Locks orders that are due to ship until the transaction ends, skipping those that another transaction has
 * locked.
 */
@Component
public class LockOrdersToShip {
    private final JdbcClient jdbc;

    LockOrdersToShip(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Locks all due orders of each selected customer, so that a customer's orders can ship together.
     *
     * @param customers maximum number of customers, longest waiting first
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<OrderNumber> lock(LocalDate today, int customers) {
        return jdbc.sql(
                        """
                        select order_number from orders
                         where progress = 'READY' and not on_hold and planned_ship_date <= :today
                           and customer_number in (
                               select customer_number from orders
                                where progress = 'READY' and not on_hold and planned_ship_date <= :today
                                group by customer_number order by min(planned_ship_date), customer_number limit :customers)
                         order by order_number for update skip locked
                        """)
                .param("today", today)
                .param("customers", customers)
                .query((row, n) -> OrderNumber.of(row.getString(1)))
                .list();
    }
}
