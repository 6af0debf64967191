package jp.otodoke.fulfilment;

import java.time.LocalDate;
import java.util.List;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/** Everything the warehouse needs to pack and send one shipment. */
public record Instruction(
        String shipmentNumber,
        int revision,
        LocalDate shipDate,
        String carrier,
        String service,
        String cool,
        @Nullable LocalDate deliveryDate,
        @Nullable String timeSlot,
        String name,
        String kana,
        String phone,
        Address address,
        String paymentKind,
        Yen codAmount,
        Yen codTax,
        String note,
        List<InstructionLine> lines) {

    /** @param kind GOODS or INSERT */
    public record InstructionLine(int lineNo, String orderNumber, String itemCode, int quantity, String kind) {}
}
