package jp.otodoke.fulfilment.process;

import java.util.List;
import java.util.Set;
import jp.otodoke.fulfilment.CancelResult;
import jp.otodoke.fulfilment.FindShipment;
import jp.otodoke.fulfilment.Shipment;
import jp.otodoke.fulfilment.ShipmentStatus;
import jp.otodoke.inbox.UserTaskDetails;
import jp.otodoke.platform.text.MessageTexts;
import jp.otodoke.shared.BilingualText;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Public because diagrams call it. What the gateways and tasks of the shipment process ask. Reads only. */
@Component
public class ShipmentConditions implements UserTaskDetails {
    private static final int CANCEL_ATTEMPTS = 5;

    private final FindShipment shipments;
    private final MessageTexts messageTexts;

    ShipmentConditions(FindShipment shipments, MessageTexts messageTexts) {
        this.shipments = shipments;
        this.messageTexts = messageTexts;
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

    private BilingualText reason(String taskType, Shipment shipment) {
        return switch (taskType) {
            case "instruction-rejected" ->
                BilingualText.of(
                        "倉庫が出荷 %s を受け付けません: %s %s",
                        "The warehouse does not accept parcel %s: %s %s",
                        shipment.number(),
                        shipment.rejectCode(),
                        shipment.rejectText());
            case "parcel-overdue" ->
                BilingualText.of(
                        "出荷 %s が「%s」のまま時間を過ぎています。",
                        "%2$s for too long: parcel %1$s", shipment.number(), words(shipment));
            case "cancel-too-late" ->
                BilingualText.of(
                        "出荷 %s のキャンセルは間に合いませんでした(倉庫の回答: %s)。",
                        "Parcel %s could not be cancelled in time (the warehouse answered %s).",
                        shipment.number(),
                        answer(shipment));
            case "delivery-trouble" ->
                BilingualText.of(
                        "%sのため届いていません: 出荷 %s(%s %s)",
                        "%s: parcel %s (%s %s) has not arrived",
                        trouble(shipment),
                        shipment.number(),
                        messageTexts.say("carrier." + shipment.carrier()),
                        shipment.trackingNumber());
            default -> throw new IllegalArgumentException("No reason is written for " + taskType);
        };
    }

    private static BilingualText words(Shipment shipment) {
        return switch (shipment.status()) {
            case PLANNED, INSTRUCTED -> BilingualText.of("倉庫の受付待ち", "Waiting to be accepted by the warehouse");
            case ACCEPTED -> BilingualText.of("出荷待ち", "Waiting to be shipped");
            case CANCEL_PENDING -> BilingualText.of("キャンセル回答待ち", "Waiting for the answer to a cancellation");
            default -> BilingualText.of("配達待ち", "Waiting to be delivered");
        };
    }

    private static BilingualText answer(Shipment shipment) {
        return switch (String.valueOf(shipment.cancelResult())) {
            case "CANCELLED" -> BilingualText.of("取消済み", "that it is cancelled");
            case "TOO_LATE_PICKING" -> BilingualText.of("梱包中", "that it is being packed");
            case "ALREADY_SHIPPED" -> BilingualText.of("出荷済み", "that it has shipped");
            case "NOT_FOUND" -> BilingualText.of("該当なし", "that it knows no such parcel");
            default -> BilingualText.of("なし", "nothing");
        };
    }

    private static BilingualText trouble(Shipment shipment) {
        return switch (String.valueOf(shipment.trouble())) {
            case "ABSENT" -> BilingualText.of("ご不在", "Nobody was at home");
            case "REFUSED" -> BilingualText.of("受取拒否", "Refused at the door");
            case "ADDRESS_UNKNOWN" -> BilingualText.of("住所不明", "Address not found");
            case "LOST" -> BilingualText.of("紛失", "Lost");
            case "RETURNING" -> BilingualText.of("返送中", "On its way back");
            case "RETURNED" -> BilingualText.of("返送済み", "Sent back");
            default -> BilingualText.of("不明", "Cause not known");
        };
    }
}
