package jp.otodoke.fulfilment;

import java.util.Map;
import jp.otodoke.shared.BilingualText;
import org.springframework.stereotype.Component;

/** The warehouse rejected an instruction. */
@Component
class InstructionRejectedTask extends ShipmentTaskKind {
    InstructionRejectedTask(FindShipment shipments, OrderConsequences consequences) {
        super("instruction-rejected", Map.of("RESEND", DecisionEffect.CONTINUES), shipments, consequences);
    }

    @Override
    BilingualText reason(Shipment shipment) {
        return BilingualText.of(
                "task.instruction-rejected.reason", shipment.number(), shipment.rejectCode(), shipment.rejectText());
    }
}
