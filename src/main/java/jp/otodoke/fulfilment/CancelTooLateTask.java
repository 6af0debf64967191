package jp.otodoke.fulfilment;

import java.util.Map;
import jp.otodoke.shared.BilingualText;
import org.springframework.stereotype.Component;

/** The warehouse could no longer stop a cancelled shipment. */
@Component
class CancelTooLateTask extends ShipmentTaskKind {
    CancelTooLateTask(FindShipment shipments, OrderConsequences consequences) {
        super("cancel-too-late", Map.of("LET_GO", DecisionEffect.CONTINUES), shipments, consequences);
    }

    @Override
    BilingualText reason(Shipment shipment) {
        return BilingualText.of("task.cancel-too-late.reason", shipment.number(), answer(shipment));
    }

    @Override
    int priority() {
        return 2;
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
}
