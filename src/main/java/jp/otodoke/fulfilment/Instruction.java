package jp.otodoke.fulfilment;

import java.time.LocalDate;
import java.util.List;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ShipmentNumber;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/** Everything the warehouse needs to pack and send one shipment. */
public record Instruction(
        ShipmentNumber shipmentNumber,
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
    public record InstructionLine(int lineNo, OrderNumber orderNumber, Sku itemCode, int quantity, String kind) {}
}
