package jp.otodoke.demo.simulators;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import jp.otodoke.shared.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Parcels that left the warehouse before the simulation started: the carrier has them and continues. */
@Component
@Simulated
public class SimulatedParcelsInTransit {
    /** The last tracking event of a parcel, which determines what the carrier does next. */
    public enum DeliveryEvent {
        NOTHING,
        ABSENT,
        REFUSED,
        ADDRESS_UNKNOWN,
        LOST,
        DELIVERED
    }

    /** A parcel without a requested delivery date. */
    public record Parcel(
            String shipNo,
            LocalDate shipDate,
            String carrier,
            String prefecture,
            String trackingNo,
            Instant shippedAt,
            long codAmount,
            DeliveryEvent event) {}

    private final JdbcClient jdbc;
    private final SimulatedCarrier carrier;
    private final BusinessClock clock;

    SimulatedParcelsInTransit(JdbcClient jdbc, SimulatedCarrier carrier, BusinessClock clock) {
        this.jdbc = jdbc;
        this.carrier = carrier;
        this.clock = clock;
    }

    /** The warehouse then treats the instruction as already executed. */
    @Transactional
    public void add(Collection<Parcel> parcels) {
        parcels.forEach(this::ship);
        for (DeliveryEvent event : DeliveryEvent.values()) {
            carrier.continueDelivery(event, with(event, parcels));
        }
    }

    private static List<String> with(DeliveryEvent event, Collection<Parcel> parcels) {
        return parcels.stream()
                .filter(p -> p.event() == event)
                .map(Parcel::shipNo)
                .toList();
    }

    private void ship(Parcel parcel) {
        jdbc.sql(
                        """
                        insert into sim_parcel (ship_no, revision, ship_date, carrier, delivery_date, time_slot, prefecture,
                                                state, tracking_no, shipped_at, cod_amount, delivered_at, absences)
                        values (:ship, 1, :day, :carrier, null, '', :prefecture, 'SHIPPED', :tracking, :at, :cod, :delivered, :absences)
                        """)
                .param("ship", parcel.shipNo())
                .param("day", parcel.shipDate())
                .param("carrier", parcel.carrier())
                .param("prefecture", parcel.prefecture())
                .param("tracking", parcel.trackingNo())
                .param("at", Timestamp.from(parcel.shippedAt()))
                .param("cod", parcel.codAmount())
                .param("delivered", parcel.event() == DeliveryEvent.DELIVERED ? Timestamp.from(clock.instant()) : null)
                .param("absences", parcel.event() == DeliveryEvent.ABSENT ? 1 : 0)
                .update();
    }
}
