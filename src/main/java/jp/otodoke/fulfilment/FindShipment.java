package jp.otodoke.fulfilment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.ShipmentNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds shipments; lines can be read within the caller's transaction. */
@Component
public class FindShipment {
    private static final List<String> ENDED = Arrays.stream(ShipmentStatus.values())
            .filter(ShipmentStatus::ended)
            .map(Enum::name)
            .toList();

    private final Shipments shipments;
    private final JdbcClient jdbc;

    FindShipment(Shipments shipments, JdbcClient jdbc) {
        this.shipments = shipments;
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Optional<Shipment> find(ShipmentNumber number) {
        return shipments.findById(number);
    }

    /** @throws Refusal if there is no such shipment */
    @Transactional(readOnly = true)
    public Shipment get(ShipmentNumber number) {
        return find(number).orElseThrow(() -> Refusal.notFound("shipment.not-found", number));
    }

    @Transactional(readOnly = true)
    public List<Shipment> ofOrder(OrderNumber orderNumber) {
        return shipments.ofOrders(List.of(orderNumber));
    }

    /**
     * Whether the order has a shipment that has not ended yet, according to what has been flushed to the database. Waits
     * for whoever is changing such a shipment, and keeps others from it until the end of the transaction: for who begins
     * to wait for the end.
     */
    @Transactional
    public boolean underway(OrderNumber orderNumber) {
        return !jdbc.sql(
                        """
                        select s.shipment_number from shipment s
                         where s.shipment_number in (
                                   select l.shipment_number from shipment_line l where l.order_number = :order)
                           and s.status not in (:ended)
                         order by s.shipment_number for no key update of s
                        """)
                .param("order", orderNumber.value())
                .param("ended", ENDED)
                .query(String.class)
                .list()
                .isEmpty();
    }

    /** Orders whose shipments, planned ones too, have one of these shipment or tracking numbers. */
    @Transactional(readOnly = true)
    public List<OrderNumber> ordersOf(Collection<String> numbers) {
        return jdbc.sql(
                        """
                        select l.order_number from shipment_line l
                         where l.shipment_number in (
                             select unnest(:numbers)
                             union
                             select p.shipment_number from parcel p
                              where p.tracking_key in (select tracking_key(n) from unnest(:numbers) n))
                        union
                        select order_number from planned_shipment where shipment_number = any(:numbers)
                        union
                        select order_number from cancelled_plan where shipment_number = any(:numbers)
                         order by 1
                        """)
                .param("numbers", numbers.toArray(String[]::new))
                .query((row, n) -> OrderNumber.of(row.getString(1)))
                .list();
    }

    /** The codes of the warehouses that send these shipments; unknown ones are left out. */
    @Transactional(readOnly = true)
    public Map<ShipmentNumber, String> warehouses(Collection<ShipmentNumber> numbers) {
        var warehouses = new TreeMap<ShipmentNumber, String>();
        jdbc.sql("select shipment_number, warehouse from shipment where shipment_number = any(:numbers)")
                .param("numbers", numbers.stream().map(ShipmentNumber::value).toArray(String[]::new))
                .query(row -> {
                    warehouses.put(ShipmentNumber.of(row.getString("shipment_number")), row.getString("warehouse"));
                });
        return warehouses;
    }

    /** A parcel as the carrier knows it; the state is the latest event of the carrier that counts. */
    public record CarriedParcel(String carrier, String trackingNumber, String state) {}

    /** Parcels in the order of their tracking numbers; shipments that have none are left out. */
    @Transactional(readOnly = true)
    public Map<ShipmentNumber, List<CarriedParcel>> parcels(Collection<ShipmentNumber> numbers) {
        var parcels = new TreeMap<ShipmentNumber, List<CarriedParcel>>();
        jdbc.sql(
                        """
                        select shipment_number, carrier, tracking_number, state from parcel
                         where shipment_number = any(:numbers) order by tracking_number
                        """)
                .param("numbers", numbers.stream().map(ShipmentNumber::value).toArray(String[]::new))
                .query(row -> {
                    parcels.computeIfAbsent(
                                    ShipmentNumber.of(row.getString("shipment_number")), number -> new ArrayList<>())
                            .add(new CarriedParcel(
                                    row.getString("carrier"),
                                    row.getString("tracking_number"),
                                    row.getString("state")));
                });
        return parcels;
    }

    @Transactional(readOnly = true)
    public List<Shipment> all(Collection<ShipmentNumber> numbers) {
        return shipments.findAllById(numbers);
    }
}
