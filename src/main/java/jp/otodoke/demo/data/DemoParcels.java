package jp.otodoke.demo.data;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import jp.otodoke.demo.simulators.SimulatedParcelsInTransit;
import jp.otodoke.demo.simulators.SimulatedParcelsInTransit.DeliveryEvent;
import jp.otodoke.fulfilment.Acknowledgement;
import jp.otodoke.fulfilment.FindShipment;
import jp.otodoke.fulfilment.RecordAcknowledgements;
import jp.otodoke.fulfilment.RecordShipResults;
import jp.otodoke.fulfilment.RecordTracking;
import jp.otodoke.fulfilment.ReleaseWave;
import jp.otodoke.fulfilment.ShipResult;
import jp.otodoke.fulfilment.Shipment;
import jp.otodoke.fulfilment.TrackingEvent;
import jp.otodoke.fulfilment.TrackingEvent.Kind;
import jp.otodoke.fulfilment.bulk.BulkShipments;
import jp.otodoke.orders.bulk.BulkOrders;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.ShipmentNumber;
import jp.otodoke.workflow.WakeUpPoll;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ships some of the open orders before the first look: at the warehouse, in transit, out for delivery, and with
 * delivery exceptions.
 */
@Component
@Profile("demo")
class DemoParcels {
    private static final Logger LOG = LoggerFactory.getLogger("otodoke");
    private static final int RELEASED = 30;
    private static final int SHIPPED = 16;
    /** Shipments on account among them: after those to which something happens on their way. */
    private static final int ON_ACCOUNT = 2;

    private static final List<DeliveryEvent> DELIVERY_EVENTS = List.of(
            DeliveryEvent.ABSENT,
            DeliveryEvent.REFUSED,
            DeliveryEvent.ADDRESS_UNKNOWN,
            DeliveryEvent.LOST,
            DeliveryEvent.DELIVERED,
            DeliveryEvent.DELIVERED,
            DeliveryEvent.ABSENT);
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final JdbcClient jdbc;
    private final BulkOrders bulkOrders;
    private final BulkShipments bulkShipments;
    private final ReleaseWave wave;
    private final FindShipment shipments;
    private final RecordAcknowledgements acknowledgements;
    private final RecordShipResults results;
    private final RecordTracking tracking;
    private final ObjectProvider<SimulatedParcelsInTransit> simulated;
    private final WakeUpPoll wakeUps;
    private final TransactionTemplate transaction;
    private final BusinessClock clock;

    DemoParcels(
            JdbcClient jdbc,
            BulkOrders bulkOrders,
            BulkShipments bulkShipments,
            ReleaseWave wave,
            FindShipment shipments,
            RecordAcknowledgements acknowledgements,
            RecordShipResults results,
            RecordTracking tracking,
            ObjectProvider<SimulatedParcelsInTransit> simulated,
            WakeUpPoll wakeUps,
            TransactionTemplate transaction,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.bulkOrders = bulkOrders;
        this.bulkShipments = bulkShipments;
        this.wave = wave;
        this.shipments = shipments;
        this.acknowledgements = acknowledgements;
        this.results = results;
        this.tracking = tracking;
        this.simulated = simulated;
        this.wakeUps = wakeUps;
        this.transaction = transaction;
        this.clock = clock;
    }

    void shipSome() {
        awaitReady();
        transaction.executeWithoutResult(status -> release());
        await(() -> !wakeUps.moving().isEmpty());
    }

    /** The orders were checked and planned by jobs of their processes, which run concurrently. */
    private void awaitReady() {
        await(this::unchecked);
        LOG.info("Demo data: {} orders are ready to be shipped", ready().size());
    }

    private static void await(BooleanSupplier busy) {
        var patience = System.nanoTime() + TIMEOUT.toNanos();
        while (busy.getAsBoolean() && System.nanoTime() < patience) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean unchecked() {
        return jdbc.sql("select exists (select 1 from orders_order_view where status = 'RECEIVED')")
                .query(Boolean.class)
                .single();
    }

    private List<String> ready() {
        return jdbc.sql(
                        """
                        select o.order_number from orders_order_view o join orders_destination_view d on d.order_number = o.order_number
                         where o.progress = 'READY' and o.payment_method in ('CASH_ON_DELIVERY', 'INVOICE') and d.requested_delivery_date is null
                         order by o.payment_method = 'INVOICE' desc, o.order_number limit :limit
                        """)
                .param("limit", RELEASED)
                .query(String.class)
                .list();
    }

    /** One transaction, so that the simulated warehouse hears of these shipments only when their state is decided. */
    private void release() {
        var today = ready();
        bulkOrders.shipOn(clock.today(), today);
        bulkShipments.shipOn(clock.today(), today);
        while (wave.more()) {
            wave.release();
        }
        var parcels = shipments.all(jdbc.sql(
                        """
                        select s.shipment_number
                          from fulfilment_shipment_view s
                          join (select l.shipment_number, bool_or(o.payment_method = 'INVOICE') as on_account
                                  from fulfilment_shipment_line_view l join orders_order_view o on o.order_number = l.order_number
                                 group by l.shipment_number) k on k.shipment_number = s.shipment_number
                         where s.status in ('PLANNED', 'INSTRUCTED')
                         order by case when k.on_account then :onAccount else row_number() over (order by k.on_account, s.shipment_number) end
                         limit :limit
                        """)
                .param("onAccount", SHIPPED - ON_ACCOUNT)
                .param("limit", SHIPPED)
                .query((row, i) -> ShipmentNumber.of(row.getString(1)))
                .list());
        simulated.ifAvailable(partners -> partners.add(IntStream.range(0, parcels.size())
                .mapToObj(i -> onTheWay(parcels.get(i), event(i), shippedAt()))
                .toList()));
        acknowledgements.record(parcels.stream()
                .map(s -> new Acknowledgement(s.number(), s.revision(), true, "", ""))
                .toList());
        results.record(parcels.stream().map(this::result).toList());
        tracking.record(inTransit(parcels));
    }

    /** The carrier's simulation knows the delivery events too and continues from there. */
    private static SimulatedParcelsInTransit.Parcel onTheWay(Shipment parcel, DeliveryEvent event, Instant shippedAt) {
        return new SimulatedParcelsInTransit.Parcel(
                parcel.number().value(),
                parcel.shipDate(),
                parcel.carrier(),
                parcel.address().prefecture(),
                waybill(parcel),
                shippedAt,
                parcel.codAmount().amount(),
                event);
    }

    private ShipResult result(Shipment parcel) {
        var lines = new ArrayList<ShipResult.ResultLine>();
        for (int i = 0; i < parcel.lines().size(); i++) {
            var line = parcel.lines().get(i);
            lines.add(new ShipResult.ResultLine(i + 1, line.sku(), line.quantity(), null, null));
        }
        return new ShipResult(parcel.number(), "1", shippedAt(), parcel.carrier(), waybill(parcel), lines, true);
    }

    private List<TrackingEvent> inTransit(List<Shipment> parcels) {
        var events = new ArrayList<TrackingEvent>();
        for (int i = 0; i < parcels.size(); i++) {
            var tracked = waybill(parcels.get(i));
            events.add(new TrackingEvent(tracked, Kind.PICKED_UP, shippedAt().plus(Duration.ofHours(2)), "厚木営業所"));
            if (event(i) != DeliveryEvent.NOTHING) {
                var office = parcels.get(i).address().city() + "営業所";
                events.add(new TrackingEvent(
                        tracked,
                        Kind.valueOf(event(i).name()),
                        clock.instant().minus(Duration.ofHours(1 + 2 * i)),
                        office));
            }
        }
        return events;
    }

    private static DeliveryEvent event(int parcel) {
        return parcel < DELIVERY_EVENTS.size() ? DELIVERY_EVENTS.get(parcel) : DeliveryEvent.NOTHING;
    }

    private Instant shippedAt() {
        return clock.instant().minus(Duration.ofHours(20));
    }

    /** Twelve digits; the last is the first eleven modulo 7, as in Yamato's tracking numbers. */
    private static String waybill(Shipment parcel) {
        long number = 44_300_000_000L + Long.parseLong(parcel.number().value().substring(1));
        return "%011d%d".formatted(number, number % 7);
    }
}
