package jp.otodoke.fulfilment;

import java.time.Duration;
import java.util.Objects;
import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.ShipmentNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks the warehouse to cancel a shipment, and follows up on the request. */
@Component
public class RequestShipmentCancel {
    private static final Duration MORE_TIME = Duration.ofHours(24);

    private final Shipments shipments;
    private final InstructWarehouse instruct;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    RequestShipmentCancel(
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

    /** Sends the request; if the last one was answered "not found", sends it under a new number. */
    @Transactional
    public void ask(ShipmentNumber shipmentNumber) {
        var shipment = shipments.findById(shipmentNumber).orElseThrow();
        if (shipment.status() != ShipmentStatus.CANCEL_PENDING) {
            return;
        }
        var reason = Objects.requireNonNullElse(shipment.cancelReason(), "");
        if (shipment.cancelResult() == CancelResult.NOT_FOUND) {
            shipment.askCancel(reason, clock.instant());
            shipments.saveAndFlush(shipment);
        }
        events.publishEvent(new CancelRequested(
                shipmentNumber, Objects.requireNonNull(shipment.cancelRequestId()), reason, shipment.warehouse()));
    }

    /** Sends the last message again, an instruction or a cancellation request, in case the warehouse lost it. */
    @Transactional
    public void repeat(ShipmentNumber shipmentNumber) {
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

    /** Extends the deadline by 24 hours, after staff have looked into it. */
    @Transactional
    public void moreTime(ShipmentNumber shipmentNumber) {
        var shipment = shipments.findById(shipmentNumber).orElseThrow();
        if (!shipment.status().ended()) {
            shipment.extend(clock.instant().plus(MORE_TIME));
            shipments.saveAndFlush(shipment);
        }
    }

    /** Ends the cancellation, as it is too late, and records what staff arranged instead. */
    @Transactional
    public void tooLate(ShipmentNumber shipmentNumber, boolean recalled) {
        var shipment = shipments.findById(shipmentNumber).orElseThrow();
        var text = recalled
                ? BilingualText.of("timeline.too-late-to-cancel.recalled")
                : BilingualText.of("timeline.too-late-to-cancel.delivered");
        if (!recalled && shipment.status() == ShipmentStatus.CANCEL_PENDING) {
            shipment.cancelWithdrawn(clock.instant());
            instruct.instruct(shipmentNumber);
        }
        timeline.add(shipment.orderNumbers().stream()
                .map(o -> new Timeline.Entry(o, "CANCEL_TOO_LATE", text, "staff"))
                .toList());
    }
}
