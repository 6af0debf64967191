package jp.otodoke.fulfilment;

import jp.otodoke.shared.ShipmentNumber;
import org.jspecify.annotations.Nullable;

/**
 * The warehouse's answer to an instruction.
 *
 * @param revision of the instruction that is answered; null if the answer does not tell, and the latest is meant
 */
public record Acknowledgement(
        ShipmentNumber shipmentNumber, @Nullable Integer revision, boolean accepted, String code, String text) {
    boolean answers(Shipment shipment) {
        return revision == null || revision == shipment.revision();
    }
}
