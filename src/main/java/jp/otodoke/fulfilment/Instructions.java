package jp.otodoke.fulfilment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import jp.otodoke.shared.ShipmentNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Builds the instructions for the warehouse. */
@Component
public class Instructions {
    private final Shipments shipments;

    Instructions(Shipments shipments) {
        this.shipments = shipments;
    }

    @Transactional(readOnly = true)
    public List<Instruction> load(Collection<ShipmentNumber> shipmentNumbers) {
        return shipments.findAllById(shipmentNumbers).stream()
                .map(Instructions::instruction)
                .toList();
    }

    private static Instruction instruction(Shipment s) {
        var lines = new ArrayList<Instruction.InstructionLine>();
        for (var line : s.lines()) {
            lines.add(new Instruction.InstructionLine(
                    lines.size() + 1, line.orderNumber(), line.sku(), line.quantity(), line.kind()));
        }
        return new Instruction(
                s.number(),
                s.revision(),
                s.shipDate(),
                s.carrier(),
                s.service(),
                s.cool().name(),
                s.deliveryDate(),
                s.timeSlot(),
                s.name(),
                s.kana(),
                s.phone(),
                s.address(),
                s.paymentKind().name(),
                s.codAmount(),
                s.codTax(),
                s.note(),
                lines);
    }
}
