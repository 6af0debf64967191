package jp.otodoke.orders;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Locks orders that are due to ship until the transaction ends; what another transaction has locked is left to it. */
@Component
public class LockOrdersToShip {
    private final JdbcClient jdbc;

    LockOrdersToShip(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * All due orders of some customers, so that what one customer ordered stays together.
     *
     * @param customers how many, those who have waited longest first
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<String> lock(LocalDate today, int customers) {
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
                .query(String.class)
                .list();
    }
}
