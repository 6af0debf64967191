package jp.otodoke.partners.warehouse;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import jp.otodoke.fulfilment.FindShipment;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.ShipmentNumber;
import org.springframework.stereotype.Component;

/** What a warehouse reports counts only for the shipments that it was instructed to send. */
@Component
class OwnShipments {
    private final FindShipment shipments;
    private final WarehouseOperators operators;

    OwnShipments(FindShipment shipments, WarehouseOperators operators) {
        this.shipments = shipments;
        this.operators = operators;
    }

    /**
     * Unknown shipments are left to who books the report.
     *
     * @throws InvalidInput naming the shipments of other warehouses
     */
    void require(String partner, Collection<ShipmentNumber> numbers) {
        var warehouses = shipments.warehouses(new TreeSet<>(numbers));
        var problems = warehouses.entrySet().stream()
                .filter(shipment -> !operators.partnerOf(shipment.getValue()).equals(partner))
                .map(shipment -> new FieldProblem(
                        "ship_no",
                        "conflict",
                        BilingualText.of("warehouse.problem.other-warehouse", shipment.getKey(), shipment.getValue())))
                .toList();
        if (!problems.isEmpty()) {
            throw new InvalidInput(List.copyOf(problems));
        }
    }
}
