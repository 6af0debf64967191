package jp.otodoke.loyalty;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What orders have earned by each rate, and what of it can still be taken back. */
@Component
class EarnedLots {
    /** Stands for the rate of an order that earned at one rate for all its goods, before groups had their own. */
    static final long FOR_ALL = 0;

    private static final int MONTHS = 12;

    private final JdbcClient jdbc;

    EarnedLots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of orders that earned at one rate for all their goods. */
    Map<OrderNumber, PointRate> ratesForAll(Collection<OrderNumber> orders) {
        var rates = new HashMap<OrderNumber, PointRate>();
        jdbc.sql(
                        """
                        select order_number, min(per_mille) as rate from point_lot
                         where order_number = any(:orders) and rate_id is null group by order_number
                        """)
                .param("orders", values(orders))
                .query(row -> {
                    rates.put(
                            OrderNumber.of(row.getString("order_number")),
                            new PointRate(FOR_ALL, "", null, row.getInt("rate"), LocalDate.MIN, null, MONTHS));
                });
        return rates;
    }

    /** Less what was taken back, by rate. */
    Map<OrderNumber, Map<Long, Yen>> earned(Collection<OrderNumber> orders) {
        return sum("'EARNED', 'TAKEN_BACK'", orders);
    }

    /** What nobody let expire of it. */
    Map<OrderNumber, Map<Long, Yen>> notExpired(Collection<OrderNumber> orders) {
        return sum("'EARNED', 'TAKEN_BACK', 'EXPIRED'", orders);
    }

    private Map<OrderNumber, Map<Long, Yen>> sum(String kinds, Collection<OrderNumber> orders) {
        var points = new HashMap<OrderNumber, Map<Long, Yen>>();
        jdbc.sql(
                        """
                        select l.order_number, coalesce(l.rate_id, 0) as rate, sum(m.amount) as points
                          from point_lot l join point_movement m on m.lot_id = l.id
                         where l.order_number = any(:orders) and m.kind in (%s) group by l.order_number, l.rate_id
                        """
                                .formatted(kinds))
                .param("orders", values(orders))
                .query(row -> {
                    points.computeIfAbsent(OrderNumber.of(row.getString("order_number")), n -> new HashMap<>())
                            .put(row.getLong("rate"), Yen.of(row.getLong("points")));
                });
        return points;
    }

    private static String[] values(Collection<OrderNumber> orders) {
        return orders.stream().map(OrderNumber::value).toArray(String[]::new);
    }
}
