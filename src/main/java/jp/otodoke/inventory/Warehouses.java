package jp.otodoke.inventory;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The warehouses of the firm, as {@code otodoke.stock.warehouses} names them. */
@Component
public class Warehouses {
    private final List<Warehouse> all;

    Warehouses(@Value("${otodoke.stock.warehouses:MAIN}") List<String> codes) {
        all = codes.stream().map(Warehouse::of).toList();
    }

    public List<Warehouse> all() {
        return all;
    }

    public boolean contains(Warehouse warehouse) {
        return all.contains(warehouse);
    }
}
