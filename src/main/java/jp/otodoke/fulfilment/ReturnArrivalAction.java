package jp.otodoke.fulfilment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.otodoke.catalog.Catalog;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.TaskAction;
import jp.otodoke.inventory.ReturnStock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Books returned goods on arrival: back into stock, or as unfit for sale. */
@Component
class ReturnArrivalAction implements TaskAction {
    private final Shipments shipments;
    private final ReturnStock stock;
    private final Catalog catalog;

    ReturnArrivalAction(Shipments shipments, ReturnStock stock, Catalog catalog) {
        this.shipments = shipments;
        this.stock = stock;
        this.catalog = catalog;
    }

    @Override
    public String type() {
        return "return-arrival";
    }

    @Override
    public List<String> decisions() {
        return List.of("RESTOCK", "SCRAP");
    }

    @Override
    public void decide(OpenTask task, String decision, @Nullable String comment, Map<String, String> parameters) {
        if (decision.equals("RESTOCK")) {
            var shipment =
                    shipments.findById(Objects.requireNonNull(task.subject())).orElseThrow();
            var skus = shipment.lines().stream().map(ShipmentLine::sku).toList();
            var notKept = catalog.notKept(skus);
            for (int i = 0; i < shipment.lines().size(); i++) {
                var line = shipment.lines().get(i);
                if (line.isGoods() && line.shipped() > 0 && !notKept.contains(line.sku())) {
                    stock.returned(line.sku(), line.shipped(), "return/" + shipment.number() + "/" + (i + 1));
                }
            }
        }
    }
}
