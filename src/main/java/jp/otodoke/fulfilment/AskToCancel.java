package jp.otodoke.fulfilment;

import java.time.Duration;
import java.util.Objects;
import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Words;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The talk with the warehouse about cancelling a parcel, from our side. */
@Component
public class AskToCancel {
    private static final Duration MORE_TIME = Duration.ofHours(24);

    private final Shipments shipments;
    private final InstructWarehouse instruct;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    AskToCancel(
            Shipments shipments,
            InstructWarehouse instruct,
            Timeline timeline,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.shipments = shipments;
        this.instruct = instruct;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /** Sends the request; one that was answered «not found» is asked anew under a new number. */
    @Transactional
    public void ask(String shipmentNumber) {
        var shipment = shipments.findById(shipmentNumber).orElseThrow();
        if (shipment.status() != ShipmentStatus.CANCEL_PENDING) {
            return;
        }
        var reason = Objects.requireNonNullElse(shipment.cancelReason(), "");
        if (shipment.cancelResult() == CancelResult.NOT_FOUND) {
            shipment.askCancel(reason, clock.instant());
            shipments.saveAndFlush(shipment);
        }
        events.publishEvent(
                new CancelRequested(shipmentNumber, Objects.requireNonNull(shipment.cancelRequestId()), reason));
    }

    /** The partner may have lost our message: it is sent anew, whatever it was. */
    @Transactional
    public void repeat(String shipmentNumber) {
        var shipment = shipments.findById(shipmentNumber).orElseThrow();
        if (shipment.status() == ShipmentStatus.INSTRUCTED) {
            instruct.instruct(shipmentNumber);
        } else if (shipment.status() == ShipmentStatus.CANCEL_PENDING) {
            shipment.cancelAnswered(CancelResult.NOT_FOUND, clock.instant());
            shipments.saveAndFlush(shipment);
            ask(shipmentNumber);
        } else {
            moreTime(shipmentNumber);
        }
    }

    /** Staff have looked and give it another day. */
    @Transactional
    public void moreTime(String shipmentNumber) {
        var shipment = shipments.findById(shipmentNumber).orElseThrow();
        if (!shipment.status().ended()) {
            shipment.extend(clock.instant().plus(MORE_TIME));
            shipments.saveAndFlush(shipment);
        }
    }

    /** Not to be cancelled any more: what staff arranged instead is written down. */
    @Transactional
    public void tooLate(String shipmentNumber, boolean recalled) {
        var shipment = shipments.findById(shipmentNumber).orElseThrow();
        var text = recalled
                ? Words.of("timeline.too-late-to-cancel.recalled")
                : Words.of("timeline.too-late-to-cancel.delivered");
        if (!recalled && shipment.status() == ShipmentStatus.CANCEL_PENDING) {
            shipment.cancelWithdrawn(clock.instant());
            instruct.instruct(shipmentNumber);
        }
        timeline.add(shipment.orderNumbers().stream()
                .map(o -> new Timeline.Entry(o, "CANCEL_TOO_LATE", text, "staff"))
                .toList());
    }
}
