package jp.otodoke.fulfilment.process;

import java.util.List;
import java.util.Set;
import jp.otodoke.fulfilment.CancelResult;
import jp.otodoke.fulfilment.FindShipment;
import jp.otodoke.fulfilment.Shipment;
import jp.otodoke.fulfilment.ShipmentStatus;
import jp.otodoke.shared.Words;
import jp.otodoke.workflow.TaskFacts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Public because diagrams call it. What the gateways and tasks of the shipment process ask. Reads only. */
@Component
public class ShipmentFacts implements TaskFacts {
    private static final int CANCEL_ATTEMPTS = 5;

    private final FindShipment shipments;

    ShipmentFacts(FindShipment shipments) {
        this.shipments = shipments;
    }

    public boolean accepted(DelegateExecution step) {
        return shipments.get(step.getProcessBusinessKey()).rejectCode() == null;
    }

    /** The warehouse does not know the parcel yet: its instruction may still be on the way. */
    public boolean cancelToBeRepeated(DelegateExecution step) {
        var shipment = shipments.get(step.getProcessBusinessKey());
        return shipment.cancelResult() == CancelResult.NOT_FOUND && shipment.cancelAttempts() < CANCEL_ATTEMPTS;
    }

    public boolean cancelPending(DelegateExecution step) {
        return shipments.get(step.getProcessBusinessKey()).status() == ShipmentStatus.CANCEL_PENDING;
    }

    @Override
    public String process() {
        return ShipmentLife.PROCESS;
    }

    @Override
    public About about(String taskType, String shipmentNumber) {
        var shipment = shipments.get(shipmentNumber);
        return new About(
                reason(taskType, shipment),
                List.copyOf(shipment.orderNumbers()),
                taskType.equals("cancel-too-late") ? 2 : 0,
                taskType.equals("delivery-trouble") ? proposed(shipment) : null,
                taskType.equals("parcel-overdue") ? senseless(shipment) : Set.of());
    }

    /** Only what was not answered can be sent again, and only what has left can get lost. */
    private static Set<String> senseless(Shipment shipment) {
        return switch (shipment.status()) {
            case INSTRUCTED, CANCEL_PENDING -> Set.of("LOST");
            case SHIPPED -> shipment.trackingNumber() == null ? Set.of("REPEAT", "LOST") : Set.of("REPEAT");
            default -> Set.of("REPEAT", "LOST");
        };
    }

    /** What is lost is not delivered by trying again, and whoever refused a parcel does not want another. */
    private static @Nullable String proposed(Shipment shipment) {
        return switch (String.valueOf(shipment.trouble())) {
            case "LOST" -> "SEND_ANEW";
            case "REFUSED", "RETURNING", "RETURNED" -> "REFUND";
            default -> null;
        };
    }

    private Words reason(String taskType, Shipment shipment) {
        return switch (taskType) {
            case "instruction-rejected" ->
                Words.of(
                        "task.instruction-rejected.reason",
                        shipment.number(),
                        shipment.rejectCode(),
                        shipment.rejectText());
            case "parcel-overdue" -> Words.of("task.parcel-overdue.reason", shipment.number(), words(shipment));
            case "cancel-too-late" -> Words.of("task.cancel-too-late.reason", shipment.number(), answer(shipment));
            case "delivery-trouble" ->
                Words.of(
                        "task.delivery-trouble.reason",
                        trouble(shipment),
                        shipment.number(),
                        Words.of("carrier." + shipment.carrier()),
                        shipment.trackingNumber());
            default -> throw new IllegalArgumentException("No reason is written for " + taskType);
        };
    }

    private static Words words(Shipment shipment) {
        return switch (shipment.status()) {
            case PLANNED, INSTRUCTED -> Words.of("task.parcel-overdue.awaiting.acceptance");
            case ACCEPTED -> Words.of("task.parcel-overdue.awaiting.shipping");
            case CANCEL_PENDING -> Words.of("task.parcel-overdue.awaiting.cancel-answer");
            default -> Words.of("task.parcel-overdue.awaiting.delivery");
        };
    }

    private static Words answer(Shipment shipment) {
        return switch (String.valueOf(shipment.cancelResult())) {
            case "CANCELLED" -> Words.of("task.cancel-too-late.answer.CANCELLED");
            case "TOO_LATE_PICKING" -> Words.of("task.cancel-too-late.answer.TOO_LATE_PICKING");
            case "ALREADY_SHIPPED" -> Words.of("task.cancel-too-late.answer.ALREADY_SHIPPED");
            case "NOT_FOUND" -> Words.of("task.cancel-too-late.answer.NOT_FOUND");
            default -> Words.of("task.cancel-too-late.answer.none");
        };
    }

    private static Words trouble(Shipment shipment) {
        return switch (String.valueOf(shipment.trouble())) {
            case "ABSENT" -> Words.of("task.delivery-trouble.cause.ABSENT");
            case "REFUSED" -> Words.of("task.delivery-trouble.cause.REFUSED");
            case "ADDRESS_UNKNOWN" -> Words.of("task.delivery-trouble.cause.ADDRESS_UNKNOWN");
            case "LOST" -> Words.of("task.delivery-trouble.cause.LOST");
            case "RETURNING" -> Words.of("task.delivery-trouble.cause.RETURNING");
            case "RETURNED" -> Words.of("task.delivery-trouble.cause.RETURNED");
            default -> Words.of("task.delivery-trouble.cause.unknown");
        };
    }
}
