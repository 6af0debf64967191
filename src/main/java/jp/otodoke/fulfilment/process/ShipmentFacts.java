package jp.otodoke.fulfilment.process;

import java.util.List;
import jp.otodoke.fulfilment.CancelResult;
import jp.otodoke.fulfilment.FindShipment;
import jp.otodoke.fulfilment.Shipment;
import jp.otodoke.fulfilment.ShipmentStatus;
import jp.otodoke.workflow.TaskFacts;
import org.camunda.bpm.engine.delegate.DelegateExecution;
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
                taskType.equals("cancel-too-late") ? 2 : 0);
    }

    private static String reason(String taskType, Shipment shipment) {
        return switch (taskType) {
            case "instruction-rejected" ->
                "倉庫が出荷 %s を受け付けません: %s %s".formatted(shipment.number(), shipment.rejectCode(), shipment.rejectText());
            case "parcel-overdue" -> "出荷 %s が「%s」のまま時間を過ぎています。".formatted(shipment.number(), words(shipment));
            case "cancel-too-late" ->
                "出荷 %s のキャンセルは間に合いませんでした(倉庫の回答: %s)。".formatted(shipment.number(), shipment.cancelResult());
            case "delivery-trouble" ->
                "出荷 %s(%s %s)が届いていません: %s"
                        .formatted(shipment.number(), shipment.carrier(), shipment.trackingNumber(), trouble(shipment));
            default -> taskType;
        };
    }

    private static String words(Shipment shipment) {
        return switch (shipment.status()) {
            case PLANNED, INSTRUCTED -> "倉庫の受付待ち";
            case ACCEPTED -> "出荷待ち";
            case CANCEL_PENDING -> "キャンセル回答待ち";
            default -> "配達待ち";
        };
    }

    private static String trouble(Shipment shipment) {
        return switch (String.valueOf(shipment.trouble())) {
            case "ABSENT" -> "ご不在";
            case "REFUSED" -> "受取拒否";
            case "ADDRESS_UNKNOWN" -> "住所不明";
            case "LOST" -> "紛失";
            case "RETURNING" -> "返送中";
            case "RETURNED" -> "返送済み";
            default -> "不明";
        };
    }
}
