package jp.otodoke.payments;

import java.sql.Timestamp;
import java.util.Optional;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores which parcels have left with goods of orders paid by 後払い. */
@Component
class DeferredParcels {
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    DeferredParcels(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(OrderNumber order, String carrier, String trackingNumber) {
        jdbc.sql(
                        """
                        insert into deferred_parcel (order_number, carrier, tracking_number, left_at)
                        values (:order, :carrier, :number, :now) on conflict do nothing
                        """)
                .param("order", order.value())
                .param("carrier", carrier)
                .param("number", trackingNumber)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    Optional<Parcel> last(OrderNumber order) {
        return jdbc.sql(
                        """
                        select carrier, tracking_number from deferred_parcel where order_number = :order order by left_at desc, id desc limit 1
                        """)
                .param("order", order.value())
                .query(Parcel.class)
                .optional();
    }

    record Parcel(String carrier, String trackingNumber) {}
}
