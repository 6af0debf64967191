package jp.otodoke.inventory;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

    /** Its stock differences. */
    @Override
    public String page(String key) {
        return "/stock/differences?warehouse=" + URLEncoder.encode(key, StandardCharsets.UTF_8);
    }
}
