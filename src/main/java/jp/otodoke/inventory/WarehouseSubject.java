package jp.otodoke.inventory;

import jp.otodoke.inbox.TaskSubject;
import org.springframework.stereotype.Component;

/** Warehouses as what tasks are about. */
@Component
class WarehouseSubject implements TaskSubject {
    static final String KIND = "WAREHOUSE";

    @Override
    public String kind() {
        return KIND;
    }
}
