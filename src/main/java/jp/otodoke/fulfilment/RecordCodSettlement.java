package jp.otodoke.fulfilment;

import java.sql.Timestamp;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import jp.otodoke.payments.RecordCashOnDelivery;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.ShipmentNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books the carrier's settlement of cash on delivery (代引精算). What it says about a parcel's way is a tracking event too: who
 * has paid has the parcel, and a refused or lost one is handled as if the carrier's tracking had said so.
 */
@Component
public class RecordCodSettlement {
    private final JdbcClient jdbc;
    private final Shipments shipments;
    private final RecordCashOnDelivery cash;
    private final RecordTracking recordTracking;
    private final BusinessClock clock;

    RecordCodSettlement(
            JdbcClient jdbc,
            Shipments shipments,
            RecordCashOnDelivery cash,
            RecordTracking recordTracking,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.shipments = shipments;
        this.cash = cash;
        this.recordTracking = recordTracking;
        this.clock = clock;
    }

    /**
     * Each parcel and result once.
     *
     * @return how many had not been booked before
     * @throws InvalidInput if a parcel is unknown or was not to collect anything, or the report contradicts itself or what is
     *     known of the parcel
     */
    @Transactional
    public int record(Collection<CodSettlement> settlements) {
        return (int) settlements.stream().filter(this::record).count();
    }

    private boolean record(CodSettlement settlement) {
        check(settlement);
        var shipment = shipment(settlement);
        var id = insert(settlement, shipment.number());
        if (id == null) {
            refuseOtherAmount(settlement, shipment.number());
            return false;
        }
        if (settlement.result() == CodSettlement.Result.PAID) {
            cash.collected(List.copyOf(shipment.orderNumbers()), settlement.amount(), String.valueOf(id));
        }
        cash.fee(settlement.fee(), String.valueOf(id));
        track(settlement, shipment);
        return true;
    }

    private void check(CodSettlement settlement) {
        var paid = settlement.result() == CodSettlement.Result.PAID;
        if (paid && !settlement.amount().isPositive()) {
            throw new InvalidInput("amount", "invalid", BilingualText.of("cod.problem.amount", settlement.amount()));
        }
        var day = settlement.paidOn();
        if (paid && (day == null || day.isAfter(clock.today()))) {
            throw new InvalidInput("paid_on", "invalid", BilingualText.of("cod.problem.paid-on"));
        }
    }

    /** Numbers come again after some time: the newest that was to collect cash is meant. */
    private Shipment shipment(CodSettlement settlement) {
        var number = jdbc.sql(
                        """
                        select s.shipment_number from parcel p join shipment s on s.shipment_number = p.shipment_number
                         where p.tracking_key = tracking_key(:number)
                         order by s.cod_amount > 0 desc, s.shipped_at desc nulls last limit 1
                        """)
                .param("number", settlement.trackingNo())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new InvalidInput(
                        "tracking_no", "unknown", BilingualText.of("cod.problem.unknown", settlement.trackingNo())));
        var shipment = shipments.findById(ShipmentNumber.of(number)).orElseThrow();
        if (!shipment.codAmount().isPositive()) {
            throw new InvalidInput(
                    "tracking_no", "not-cod", BilingualText.of("cod.problem.not-cod", settlement.trackingNo()));
        }
        if (settlement.result() != CodSettlement.Result.PAID && shipment.status() == ShipmentStatus.DELIVERED) {
            throw new InvalidInput(
                    "result", "delivered", BilingualText.of("cod.problem.delivered", settlement.trackingNo()));
        }
        return shipment;
    }

    private @Nullable Long insert(CodSettlement settlement, ShipmentNumber shipment) {
        return jdbc.sql(
                        """
                        insert into cod_settlement (carrier, tracking_number, shipment_number, result, amount, fee, paid_on, at)
                        values (:carrier, tracking_key(:tracking), :shipment, :result, :amount, :fee, :paidOn, :now)
                        on conflict do nothing returning id
                        """)
                .param("carrier", settlement.carrier())
                .param("tracking", settlement.trackingNo())
                .param("shipment", shipment.value())
                .param("result", settlement.result().name())
                .param("amount", settlement.amount().amount())
                .param("fee", settlement.fee().amount())
                .param("paidOn", settlement.paidOn())
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    /** A corrected amount is not taken for the same report again: a person books the difference. */
    private void refuseOtherAmount(CodSettlement settlement, ShipmentNumber shipment) {
        var booked = jdbc.sql(
                        """
                        select amount from cod_settlement
                         where shipment_number = :shipment and tracking_number = tracking_key(:tracking) and result = :result
                        """)
                .param("shipment", shipment.value())
                .param("tracking", settlement.trackingNo())
                .param("result", settlement.result().name())
                .query(Long.class)
                .single();
        if (booked != settlement.amount().amount()) {
            throw new InvalidInput(
                    "amount",
                    "differs",
                    BilingualText.of("cod.problem.booked", settlement.trackingNo(), Yen.of(booked)));
        }
    }

    private void track(CodSettlement settlement, Shipment shipment) {
        var ended = shipment.status() == ShipmentStatus.DELIVERED || shipment.status() == ShipmentStatus.RETURNED;
        if (ended) {
            return;
        }
        var kind =
                switch (settlement.result()) {
                    case PAID -> TrackingEvent.Kind.DELIVERED;
                    case REFUSED -> TrackingEvent.Kind.REFUSED;
                    case LOST -> TrackingEvent.Kind.LOST;
                };
        // The hour is not told, and it is the last that becomes of the parcel on that day.
        var evening = Objects.requireNonNullElse(settlement.paidOn(), clock.today())
                .atTime(LocalTime.MAX)
                .atZone(BusinessClock.TOKYO)
                .toInstant()
                .truncatedTo(ChronoUnit.SECONDS);
        var at = evening.isAfter(clock.instant()) ? clock.instant() : evening;
        recordTracking.record(List.of(new TrackingEvent(settlement.trackingNo(), kind, at, "")));
    }
}
