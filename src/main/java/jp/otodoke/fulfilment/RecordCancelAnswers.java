package jp.otodoke.fulfilment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.ShipmentNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records the warehouse's answers to cancellation requests; each answer decides one request. */
@Component
public class RecordCancelAnswers {
    private final Shipments shipments;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    RecordCancelAnswers(Shipments shipments, ApplicationEventPublisher events, BusinessClock clock) {
        this.shipments = shipments;
        this.events = events;
        this.clock = clock;
    }

    /** Answers to decided requests are ignored: a ship result takes precedence. */
    @Transactional
    public void record(List<CancelAnswer> answers) {
        var found = find(answers);
        var cancelled = new ArrayList<ShipmentNumber>();
        var answered = new ArrayList<ShipmentNumber>();
        for (var answer : answers) {
            var shipment = found.get(answer.shipmentNumber());
            if (shipment == null) {
                throw new InvalidInput(
                        "ship_no", "unknown", BilingualText.of("shipment.problem.unknown", answer.shipmentNumber()));
            }
            if (shipment.cancelRequestId() == null) {
                throw new InvalidInput(
                        "request_id",
                        "unknown",
                        BilingualText.of("shipment.problem.cancellation-not-asked", shipment.number()));
            }
            if (decides(shipment, answer)) {
                shipment.cancelAnswered(answer.result(), clock.instant());
                (answer.result() == CancelResult.CANCELLED ? cancelled : answered).add(shipment.number());
            }
        }
        shipments.saveAllAndFlush(found.values());
        publish(ShipmentSignal.Kind.CANCELLED, cancelled);
        publish(ShipmentSignal.Kind.CANCEL_ANSWERED, answered);
    }

    /** Manual picking may still be stopped, so "too late" can be followed by "cancelled". */
    private static boolean decides(Shipment shipment, CancelAnswer answer) {
        if (!shipment.status().atTheWarehouse()) {
            return false;
        }
        var late =
                shipment.cancelResult() == CancelResult.TOO_LATE_PICKING && answer.result() == CancelResult.CANCELLED;
        return late
                || (shipment.status() == ShipmentStatus.CANCEL_PENDING
                        && Objects.equals(shipment.cancelRequestId(), answer.requestId())
                        && shipment.cancelResult() == null);
    }

    private void publish(ShipmentSignal.Kind kind, List<ShipmentNumber> numbers) {
        if (!numbers.isEmpty()) {
            events.publishEvent(new ShipmentSignal(kind, numbers));
        }
    }

    private Map<ShipmentNumber, Shipment> find(List<CancelAnswer> answers) {
        var numbers =
                answers.stream().map(CancelAnswer::shipmentNumber).distinct().toList();
        return shipments.findAllById(numbers).stream().collect(Collectors.toMap(Shipment::number, Function.identity()));
    }
}
