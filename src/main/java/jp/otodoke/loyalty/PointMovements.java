package jp.otodoke.loyalty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How the points of a customer moved. */
@Component
public class PointMovements {
    private static final String OF_CUSTOMER =
            " from point_movement m join point_lot l on l.id = m.lot_id where m.customer_number = :customer and m.kind <> 'SETTLED'";

    private final JdbcClient jdbc;

    PointMovements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<PointMovement> of(CustomerNumber customer, int offset, int limit) {
        return jdbc.sql("select m.id, m.at, m.kind, m.amount, m.order_number, l.expires_on, m.reason, m.actor"
                        + OF_CUSTOMER + " order by m.id desc offset :offset limit :limit")
                .param("customer", customer.value())
                .param("offset", offset)
                .param("limit", limit)
                .query(PointMovements::movement)
                .list();
    }

    @Transactional(readOnly = true)
    public long count(CustomerNumber customer) {
        return jdbc.sql("select count(*)" + OF_CUSTOMER)
                .param("customer", customer.value())
                .query(Long.class)
                .single();
    }

    private static PointMovement movement(ResultSet row, int index) throws SQLException {
        var order = row.getString("order_number");
        return new PointMovement(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                PointKind.valueOf(row.getString("kind")),
                Yen.of(row.getLong("amount")),
                order == null ? null : OrderNumber.of(order),
                row.getObject("expires_on", LocalDate.class),
                row.getString("reason"),
                row.getString("actor"));
    }
}
