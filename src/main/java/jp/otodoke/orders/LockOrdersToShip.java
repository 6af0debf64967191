package jp.otodoke.orders;

import java.util.Collection;
import java.util.List;
import jp.otodoke.shared.OrderNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Locks orders that are due to ship until the transaction ends. One that is being changed is waited for, and left out if
 * it may not ship then.
 */
@Component
public class LockOrdersToShip {
    private final JdbcClient jdbc;

    LockOrdersToShip(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Locks those whose shipments are planned anew, also while they are on hold.
     *
     * @return those that are still to ship, or a part of them
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<OrderNumber> lockToPlan(Collection<OrderNumber> numbers) {
        return jdbc.sql(
                        """
                        select order_number from orders
                         where order_number = any(:numbers) and progress in ('READY', 'AWAITING_STOCK')
                         order by order_number for update
                        """)
                .param("numbers", numbers.stream().map(OrderNumber::value).toArray(String[]::new))
                .query((row, n) -> OrderNumber.of(row.getString(1)))
                .list();
    }

    /** @return those of them that may ship, or a part of them */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<OrderNumber> lock(Collection<OrderNumber> due) {
        return jdbc.sql(
                        """
                        select order_number from orders
                         where order_number = any(:due) and progress in ('READY', 'AWAITING_STOCK') and not on_hold
                         order by order_number for update
                        """)
                .param("due", due.stream().map(OrderNumber::value).toArray(String[]::new))
                .query((row, n) -> OrderNumber.of(row.getString(1)))
                .list();
    }
}
