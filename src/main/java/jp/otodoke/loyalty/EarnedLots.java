package jp.otodoke.loyalty;

import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** At which rates orders have earned, and what of it can still be taken back. */
@Component
class EarnedLots {
    private final JdbcClient jdbc;

    EarnedLots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In points for 1,000 yen; orders that have earned nothing are left out. */
    Map<OrderNumber, Integer> rates(Collection<OrderNumber> orders) {
        var rates = new HashMap<OrderNumber, Integer>();
        jdbc.sql(
                        """
                        select order_number, min(per_mille) as rate from point_lot
                         where order_number = any(:orders) group by order_number
                        """)
                .param("orders", orders.stream().map(OrderNumber::value).toArray(String[]::new))
                .query((ResultSet row) -> {
                    rates.put(OrderNumber.of(row.getString("order_number")), row.getInt("rate"));
                });
        return rates;
    }

    /** What orders have earned and nobody let expire. */
    Map<OrderNumber, Yen> notExpired(Collection<OrderNumber> orders) {
        var points = new HashMap<OrderNumber, Yen>();
        jdbc.sql(
                        """
                        select l.order_number, sum(m.amount) as points from point_lot l join point_movement m on m.lot_id = l.id
                         where l.order_number = any(:orders) and m.kind in ('EARNED', 'TAKEN_BACK', 'EXPIRED') group by l.order_number
                        """)
                .param("orders", orders.stream().map(OrderNumber::value).toArray(String[]::new))
                .query((ResultSet row) -> {
                    points.put(OrderNumber.of(row.getString("order_number")), Yen.of(row.getLong("points")));
                });
        return points;
    }
}
