package jp.otodoke.fulfilment.process;

import java.util.List;
import java.util.Set;
import jp.otodoke.fulfilment.CancelResult;
import jp.otodoke.fulfilment.FindShipment;
import jp.otodoke.fulfilment.Shipment;
import jp.otodoke.fulfilment.ShipmentStatus;
import jp.otodoke.inbox.UserTaskDetails;
import jp.otodoke.shared.BilingualText;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Conditions used by gateways and tasks of the shipment process; public because diagrams call them. Read-only. */
@Component
public class ShipmentConditions implements UserTaskDetails {
    private static final int CANCEL_ATTEMPTS = 5;

    private final FindShipment shipments;

    ShipmentConditions(FindShipment shipments) {
        this.shipments = shipments;
    }

    public boolean accepted(DelegateExecution step) {
        return shipments.get(step.getProcessBusinessKey()).rejectCode() == null;
    }

    /** The warehouse does not know the shipment yet, as its instruction may still be on the way. */
    public boolean cancelToBeRepeated(DelegateExecution step) {
        var shipment = shipments.get(step.getProcessBusinessKey());
        return shipment.cancelResult() == CancelResult.NOT_FOUND && shipment.cancelAttempts() < CANCEL_ATTEMPTS;
    }

    public boolean cancelPending(DelegateExecution step) {
        return shipments.get(step.getProcessBusinessKey()).status() == ShipmentStatus.CANCEL_PENDING;
    }

    @Override
    public String process() {
        return ShipmentProcess.PROCESS;
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

    /**
     * Decisions that make no sense here: only unanswered messages can be repeated, and only shipped parcels can be
     * lost.
     */
    private static Set<String> senseless(Shipment shipment) {
        return switch (shipment.status()) {
            case INSTRUCTED, CANCEL_PENDING -> Set.of("LOST");
            case SHIPPED -> shipment.trackingNumber() == null ? Set.of("REPEAT", "LOST") : Set.of("REPEAT");
            default -> Set.of("REPEAT", "LOST");
        };
    }

    /** A lost parcel can't be redelivered, and a customer who refused one does not want another. */
    private static @Nullable String proposed(Shipment shipment) {
        return switch (String.valueOf(shipment.trouble())) {
            case "LOST" -> "SEND_ANEW";
            case "REFUSED", "RETURNING", "RETURNED" -> "REFUND";
            default -> null;
        };
    }

    private BilingualText reason(String taskType, Shipment shipment) {
        return switch (taskType) {
            case "instruction-rejected" ->
                BilingualText.of(
                        "task.instruction-rejected.reason",
                        shipment.number(),
                        shipment.rejectCode(),
                        shipment.rejectText());
            case "parcel-overdue" -> BilingualText.of("task.parcel-overdue.reason", shipment.number(), words(shipment));
            case "cancel-too-late" ->
                BilingualText.of("task.cancel-too-late.reason", shipment.number(), answer(shipment));
            case "delivery-trouble" ->
                BilingualText.of(
                        "task.delivery-trouble.reason",
                        trouble(shipment),
                        shipment.number(),
                        BilingualText.of("carrier." + shipment.carrier()),
                        shipment.trackingNumber());
            default -> throw new IllegalArgumentException("No reason is written for " + taskType);
        };
    }

    private static BilingualText words(Shipment shipment) {
        return switch (shipment.status()) {
            case PLANNED, INSTRUCTED -> BilingualText.of("task.parcel-overdue.awaiting.acceptance");
            case ACCEPTED -> BilingualText.of("task.parcel-overdue.awaiting.shipping");
            case CANCEL_PENDING -> BilingualText.of("task.parcel-overdue.awaiting.cancel-answer");
            default -> BilingualText.of("task.parcel-overdue.awaiting.delivery");
        };
    }

    private static BilingualText answer(Shipment shipment) {
        return switch (String.valueOf(shipment.cancelResult())) {
            case "CANCELLED" -> BilingualText.of("task.cancel-too-late.answer.CANCELLED");
            case "TOO_LATE_PICKING" -> BilingualText.of("task.cancel-too-late.answer.TOO_LATE_PICKING");
            case "ALREADY_SHIPPED" -> BilingualText.of("task.cancel-too-late.answer.ALREADY_SHIPPED");
            case "NOT_FOUND" -> BilingualText.of("task.cancel-too-late.answer.NOT_FOUND");
            default -> BilingualText.of("task.cancel-too-late.answer.none");
        };
    }

    private static BilingualText trouble(Shipment shipment) {
        return switch (String.valueOf(shipment.trouble())) {
            case "ABSENT" -> BilingualText.of("task.delivery-trouble.cause.ABSENT");
            case "REFUSED" -> BilingualText.of("task.delivery-trouble.cause.REFUSED");
            case "ADDRESS_UNKNOWN" -> BilingualText.of("task.delivery-trouble.cause.ADDRESS_UNKNOWN");
            case "LOST" -> BilingualText.of("task.delivery-trouble.cause.LOST");
            case "RETURNING" -> BilingualText.of("task.delivery-trouble.cause.RETURNING");
            case "RETURNED" -> BilingualText.of("task.delivery-trouble.cause.RETURNED");
            default -> BilingualText.of("task.delivery-trouble.cause.unknown");
        };
    }
}
