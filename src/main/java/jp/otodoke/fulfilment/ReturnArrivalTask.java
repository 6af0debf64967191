package jp.otodoke.fulfilment;

import java.util.List;
import jp.otodoke.catalog.Catalog;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.inventory.ReturnStock;
import jp.otodoke.inventory.StockCondition;
import jp.otodoke.inventory.Warehouse;
import jp.otodoke.shared.ShipmentNumber;
import org.springframework.stereotype.Component;

/** Books returned goods on arrival: back into stock, or as unfit for sale. */
@Component
class ReturnArrivalTask implements TaskKind {
    static final String TYPE = "return-arrival";

    private final Shipments shipments;
    private final ReturnStock stock;
    private final Catalog catalog;

    ReturnArrivalTask(Shipments shipments, ReturnStock stock, Catalog catalog) {
        this.shipments = shipments;
        this.stock = stock;
        this.catalog = catalog;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subjectKind() {
        return ShipmentSubject.KIND;
    }

    @Override
    public StaffGroup group() {
        return StaffGroup.SHIPPING;
    }

    @Override
    public List<String> decisions() {
        return List.of("RESTOCK", "SCRAP");
    }

    @Override
    public void decide(TaskDecision decision) {
        if (decision.code().equals("RESTOCK")) {
            var shipment = shipments
                    .findById(ShipmentNumber.of(decision.task().subject().key()))
                    .orElseThrow();
            var skus = shipment.lines().stream().map(ShipmentLine::sku).toList();
            var withoutStockKeeping = catalog.withoutStockKeeping(skus);
            for (int i = 0; i < shipment.lines().size(); i++) {
                var line = shipment.lines().get(i);
                if (line.isGoods() && line.shipped() > 0 && !withoutStockKeeping.contains(line.sku())) {
                    stock.returned(
                            line.sku(),
                            Warehouse.of(shipment.warehouse()),
                            StockCondition.GOOD,
                            line.shipped(),
                            "return/" + shipment.number() + "/" + (i + 1));
                }
            }
        }
    }
}
