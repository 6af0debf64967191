package jp.otodoke.fulfilment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.ShipmentNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records which instructions the warehouse has accepted or rejected. */
@Component
public class RecordAcknowledgements {
    private final Shipments shipments;
    private final AcceptanceWithdrawn acceptanceWithdrawn;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    RecordAcknowledgements(
            Shipments shipments,
            AcceptanceWithdrawn acceptanceWithdrawn,
            Timeline timeline,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.shipments = shipments;
        this.acceptanceWithdrawn = acceptanceWithdrawn;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Duplicates, answers to an earlier revision and answers received after shipping have no effect. A rejection of
     * what had been accepted asks a person. A rejected shipment is cancelled if its
     * cancellation had been requested.
     */
    @Transactional
    public void record(List<Acknowledgement> acknowledgements) {
        var found = find(acknowledgements);
        var acknowledged = new ArrayList<ShipmentNumber>();
        var refused = new ArrayList<ShipmentNumber>();
        var withdrawn = new ArrayList<Shipment>();
        for (var answer : acknowledgements) {
            var shipment = found.get(answer.shipmentNumber());
            if (shipment == null) {
                throw new InvalidInput(
                        "ship_no", "unknown", BilingualText.of("shipment.problem.unknown", answer.shipmentNumber()));
            }
            if (!answer.answers(shipment)) {
                continue;
            }
            if (answer.accepted() && shipment.acceptanceWithdrawn()) {
                acceptanceWithdrawn.over(shipment);
            }
            if (!answer.accepted() && shipment.status() == ShipmentStatus.CANCEL_PENDING) {
                shipment.reject(answer.code(), answer.text());
                shipment.cancelAnswered(CancelResult.CANCELLED, clock.instant());
                refused.add(shipment.number());
            } else if (!answer.accepted()
                    && shipment.withdrawAcceptance(answer.code(), answer.text(), clock.instant())) {
                withdrawn.add(shipment);
            } else if (answer.accepted() ? shipment.accept(clock.instant()) : rejected(shipment, answer)) {
                acknowledged.add(shipment.number());
            }
        }
        shipments.saveAllAndFlush(found.values());
        addToTimeline(acknowledgements, found, acknowledged);
        withdrawn.forEach(acceptanceWithdrawn::ask);
        if (!refused.isEmpty()) {
            events.publishEvent(new ShipmentSignal(ShipmentSignal.Kind.CANCELLED, refused));
        }
        if (!acknowledged.isEmpty()) {
            events.publishEvent(new ShipmentSignal(ShipmentSignal.Kind.ACKNOWLEDGED, acknowledged));
        }
    }

    private void addToTimeline(
            List<Acknowledgement> acknowledgements,
            Map<ShipmentNumber, Shipment> found,
            List<ShipmentNumber> acknowledged) {
        if (acknowledged.isEmpty()) {
            return;
        }
        timeline.add(acknowledgements.stream()
                .filter(answer -> acknowledged.contains(answer.shipmentNumber()))
                .flatMap(answer -> Objects.requireNonNull(found.get(answer.shipmentNumber())).orderNumbers().stream()
                        .map(order -> answer.accepted()
                                ? new Timeline.Entry(
                                        order,
                                        "ACCEPTED",
                                        BilingualText.of("timeline.instruction-accepted", answer.shipmentNumber()),
                                        "warehouse")
                                : new Timeline.Entry(
                                        order,
                                        "REJECTED",
                                        BilingualText.of(
                                                "timeline.instruction-rejected",
                                                answer.shipmentNumber(),
                                                answer.code(),
                                                answer.text()),
                                        "warehouse")))
                .toList());
    }

    private static boolean rejected(Shipment shipment, Acknowledgement answer) {
        if (shipment.status() != ShipmentStatus.INSTRUCTED || shipment.rejectCode() != null) {
            return false;
        }
        shipment.reject(answer.code(), answer.text());
        return true;
    }

    private Map<ShipmentNumber, Shipment> find(List<Acknowledgement> acknowledgements) {
        var numbers = acknowledgements.stream()
                .map(Acknowledgement::shipmentNumber)
                .distinct()
                .toList();
        return shipments.findAllById(numbers).stream().collect(Collectors.toMap(Shipment::number, Function.identity()));
    }
}
