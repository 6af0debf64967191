package jp.otodoke.fulfilment;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.orders.Timeline;
import jp.otodoke.platform.data.NameLocks;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.DayFormat;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.ShipmentNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Parcels by tracking number, and the effect of their tracking events on shipments. */
@Component
class Parcels {
    private static final String[] IN_TRANSIT = Arrays.stream(TrackingEvent.Kind.values())
            .filter(kind -> kind != TrackingEvent.Kind.DELIVERED && !kind.deliveryException())
            .map(Enum::name)
            .toArray(String[]::new);

    /** Of names: tracking numbers. */
    private static final int TRACKING_NUMBERS = 1100;

    private final NameLocks locks;
    private final JdbcClient jdbc;
    private final Shipments shipments;
    private final OrderStatusFromShipments follow;
    private final Timeline timeline;
    private final Inbox inbox;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    Parcels(
            NameLocks locks,
            JdbcClient jdbc,
            Shipments shipments,
            OrderStatusFromShipments follow,
            Timeline timeline,
            Inbox inbox,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.locks = locks;
        this.jdbc = jdbc;
        this.shipments = shipments;
        this.follow = follow;
        this.timeline = timeline;
        this.inbox = inbox;
        this.events = events;
        this.clock = clock;
    }

    /**
     * From here on nobody else tells anything of these numbers until the transaction ends: events and the parcel that they
     * belong to may be told at the same moment, and whoever is second has to see the first.
     */
    void reserve(Collection<String> trackingNumbers) {
        locks.lock(
                TRACKING_NUMBERS,
                keys(trackingNumbers.stream()
                        .filter(number -> !number.isEmpty())
                        .toList()));
    }

    /**
     * Carriers use a tracking number again after some months. Before that it belongs to one shipment.
     *
     * @throws InvalidInput if a number still belongs to another shipment
     */
    void add(List<ShipResult> results) {
        if (results.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into parcel (tracking_number, shipment_number, carrier, state, state_at)
                        select t, s, c, 'PICKED_UP', cast(:now as timestamptz)
                          from unnest(:trackings::text[], :shipments::text[], :carriers::text[]) x(t, s, c)
                        on conflict do nothing
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("trackings", results.stream().map(ShipResult::trackingNo).toArray(String[]::new))
                .param(
                        "shipments",
                        results.stream().map(r -> r.shipmentNumber().value()).toArray(String[]::new))
                .param("carriers", results.stream().map(ShipResult::carrier).toArray(String[]::new))
                .update();
        refuseNumbersOfOtherShipments(results);
        inbox.close(keys(results.stream().map(ShipResult::trackingNo).toList()).stream()
                .map(RecordTracking::unknownKey)
                .toList());
    }

    /**
     * One more parcel of a shipment that has left.
     *
     * @throws InvalidInput if the number still belongs to another shipment
     */
    void add(String trackingNumber, Shipment shipment) {
        add(List.of(new ShipResult(
                shipment.number(), "", clock.instant(), shipment.carrier(), trackingNumber, List.of(), false)));
    }

    private void refuseNumbersOfOtherShipments(List<ShipResult> results) {
        jdbc.sql(
                        """
                        select mine.tracking_number, theirs.shipment_number
                          from parcel mine
                          join shipment s on s.shipment_number = mine.shipment_number
                          join parcel theirs on theirs.tracking_key = mine.tracking_key and theirs.shipment_number <> mine.shipment_number
                          join shipment t on t.shipment_number = theirs.shipment_number
                         where (mine.tracking_key, mine.shipment_number) in (
                               select tracking_key(x.t), x.s from unnest(:trackings::text[], :shipments::text[]) x(t, s))
                           and t.shipped_at between s.shipped_at - interval '60 days' and s.shipped_at + interval '60 days'
                         limit 1
                        """)
                .param("trackings", results.stream().map(ShipResult::trackingNo).toArray(String[]::new))
                .param(
                        "shipments",
                        results.stream().map(r -> r.shipmentNumber().value()).toArray(String[]::new))
                .query((row, i) ->
                        BilingualText.of("shipment.problem.tracking-number-taken", row.getString(1), row.getString(2)))
                .optional()
                .ifPresent(taken -> {
                    throw new InvalidInput("tracking_no", "conflict", taken);
                });
    }

    /** These numbers, each once, in the form in which they are compared. */
    private List<String> keys(Collection<String> trackingNumbers) {
        return jdbc.sql("select distinct tracking_key(n) from unnest(:numbers::text[]) n")
                .param("numbers", trackingNumbers.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** Updates the shipments of these parcels from all their known events. */
    void evaluate(Collection<String> trackingNumbers) {
        update(affectedShipments(trackingNumbers));
    }

    /** Updates these shipments from all known events of their parcels. */
    void evaluate(Set<Shipment> reported) {
        update(jdbc.sql(
                        """
                        select distinct shipment_number from fulfilment_parcel_event_view
                         where shipment_number = any(:reported) and event <> all(:ordinary)
                         order by 1
                        """)
                .param(
                        "reported",
                        reported.stream().map(s -> s.number().value()).toArray(String[]::new))
                .param("ordinary", IN_TRANSIT)
                .query((row, i) -> ShipmentNumber.of(row.getString(1)))
                .list());
    }

    private void update(List<ShipmentNumber> owners) {
        if (owners.isEmpty()) {
            return;
        }
        lock(owners);
        var states = states(owners);
        var delivered = new ArrayList<Shipment>();
        var failed = new ArrayList<Shipment>();
        var back = new ArrayList<Shipment>();
        for (var shipment : shipments.findAllById(owners)) {
            apply(shipment, states.getOrDefault(shipment.number(), List.of()), delivered, failed, back);
        }
        var moved = new ArrayList<>(delivered);
        moved.addAll(failed);
        moved.addAll(back);
        if (!moved.isEmpty()) {
            shipments.saveAllAndFlush(moved);
            recordDelivery(delivered);
            publish(delivered, ShipmentSignal.Kind.DELIVERED);
            publish(failed, ShipmentSignal.Kind.DELIVERY_EXCEPTION);
            publish(back, ShipmentSignal.Kind.DELIVERY_EXCEPTION_OVER);
            follow.follow(moved);
        }
    }

    /** The last parcels of a shipment may arrive at the same moment: whoever is second has to see the first. */
    private void lock(List<ShipmentNumber> owners) {
        jdbc.sql(
                        """
                        select shipment_number from shipment where shipment_number = any(:owners)
                         order by shipment_number for no key update
                        """)
                .param("owners", owners.stream().map(ShipmentNumber::value).toArray(String[]::new))
                .query()
                .listOfRows();
    }

    /** Staff gave the shipment up as lost or refused, and yet it has arrived: they have to know both. */
    private void askAboutDelivery(Shipment shipment, List<TrackingEvent> states) {
        if (states.isEmpty() || states.stream().anyMatch(s -> s.event() != TrackingEvent.Kind.DELIVERED)) {
            return;
        }
        inbox.open(NewTask.of(
                        DeliveredAfterDecisionTask.TYPE,
                        DeliveredAfterDecisionTask.TYPE + ":" + shipment.number(),
                        ShipmentSubject.of(shipment.number()),
                        BilingualText.of(
                                "task.delivered-after-decision.reason",
                                shipment.number(),
                                DeliveryExceptionTask.cause(shipment),
                                day(shipment.statusSince()),
                                day(latest(states))))
                .linkedTo(OrderSubject.all(shipment.orderNumbers()))
                .dueAt(clock.instant().plus(Duration.ofHours(8)))
                .urgent(1));
    }

    private static BilingualText day(Instant at) {
        return DayFormat.of(LocalDate.ofInstant(at, BusinessClock.TOKYO));
    }

    private static Instant latest(List<TrackingEvent> states) {
        return states.stream()
                .map(TrackingEvent::at)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private void apply(
            Shipment shipment,
            List<TrackingEvent> states,
            List<Shipment> delivered,
            List<Shipment> failed,
            List<Shipment> back) {
        var exception =
                states.stream().filter(s -> s.event().deliveryException()).max(Comparator.comparing(TrackingEvent::at));
        if (shipment.status() == ShipmentStatus.RETURNED) {
            askAboutDelivery(shipment, states);
        }
        if (!shipment.status().underway() || states.isEmpty()) {
            return;
        }
        if (exception.isPresent()) {
            var what = exception.get();
            if (shipment.failDelivery(what.event(), what.at(), clock.instant())) {
                failed.add(shipment);
            }
        } else if (shipment.nothingMoreToShip()
                && states.stream().allMatch(s -> s.event() == TrackingEvent.Kind.DELIVERED)) {
            shipment.deliver(latest(states), clock.instant());
            delivered.add(shipment);
        } else if (shipment.status() == ShipmentStatus.EXCEPTION) {
            shipment.resolveDeliveryException(clock.instant());
            back.add(shipment);
        }
    }

    private void recordDelivery(List<Shipment> delivered) {
        if (!delivered.isEmpty()) {
            timeline.add(delivered.stream()
                    .flatMap(shipment -> shipment.orderNumbers().stream()
                            .map(order -> new Timeline.Entry(
                                    order,
                                    "DELIVERED",
                                    BilingualText.of("timeline.delivered", shipment.number()),
                                    "carrier")))
                    .toList());
        }
    }

    private void publish(List<Shipment> who, ShipmentSignal.Kind what) {
        if (!who.isEmpty()) {
            events.publishEvent(
                    new ShipmentSignal(what, who.stream().map(Shipment::number).toList()));
        }
    }

    /**
     * The shipments that the events may change. Most events only report normal transit, which changes nothing for
     * a shipment without an exception.
     */
    private List<ShipmentNumber> affectedShipments(Collection<String> trackingNumbers) {
        return jdbc.sql(
                        """
                        select distinct s.shipment_number from parcel mine
                          join shipment s on s.shipment_number = mine.shipment_number
                         where mine.tracking_key = any(:keys)
                           and (s.status = 'EXCEPTION' or exists (
                                select 1 from fulfilment_parcel_event_view e
                                 where e.shipment_number = s.shipment_number and e.event <> all(:ordinary)))
                         order by 1
                        """)
                .param("keys", keys(trackingNumbers).toArray(String[]::new))
                .param("ordinary", IN_TRANSIT)
                .query((row, i) -> ShipmentNumber.of(row.getString(1)))
                .list();
    }

    /** The merged state of every parcel of these shipments; a parcel without events counts as picked up. */
    private Map<ShipmentNumber, List<TrackingEvent>> states(List<ShipmentNumber> owners) {
        var perParcel = new LinkedHashMap<String, List<TrackingEvent>>();
        var shipmentOf = new LinkedHashMap<String, ShipmentNumber>();
        jdbc.sql(
                        """
                        select p.shipment_number, p.tracking_number, p.tracking_key || ' ' || p.shipment_number as parcel,
                               coalesce(e.event, 'PICKED_UP') as event, coalesce(e.at, p.state_at) as at,
                               coalesce(e.office, '') as office
                          from parcel p
                          left join fulfilment_parcel_event_view e
                            on e.tracking_key = p.tracking_key and e.shipment_number = p.shipment_number
                         where p.shipment_number = any(:owners)
                        """)
                .param("owners", owners.stream().map(ShipmentNumber::value).toArray(String[]::new))
                .query(row -> {
                    var parcel = row.getString("parcel");
                    shipmentOf.put(parcel, ShipmentNumber.of(row.getString("shipment_number")));
                    perParcel
                            .computeIfAbsent(parcel, t -> new ArrayList<>())
                            .add(new TrackingEvent(
                                    row.getString("tracking_number"),
                                    TrackingEvent.Kind.valueOf(row.getString("event")),
                                    row.getTimestamp("at").toInstant(),
                                    row.getString("office")));
                });
        var result = new LinkedHashMap<ShipmentNumber, List<TrackingEvent>>();
        perParcel.forEach((parcel, seen) -> ParcelState.of(seen).ifPresent(state -> result.computeIfAbsent(
                        Objects.requireNonNull(shipmentOf.get(parcel)), s -> new ArrayList<>())
                .add(state)));
        return result;
    }
}
