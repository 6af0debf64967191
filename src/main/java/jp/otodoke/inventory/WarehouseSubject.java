package jp.otodoke.inventory;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.otodoke.inbox.SubjectLine;
import jp.otodoke.inbox.TaskSubject;
import jp.otodoke.shared.BilingualText;
import org.springframework.stereotype.Component;

/** Warehouses as what tasks are about. */
@Component
class WarehouseSubject implements TaskSubject {
    static final String KIND = "WAREHOUSE";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Map<String, SubjectLine> lines(Collection<String> keys) {
        var lines = new LinkedHashMap<String, SubjectLine>();
        keys.forEach(key -> lines.put(
                key,
                new SubjectLine(
                        BilingualText.of("subject.WAREHOUSE", Warehouse.of(key).name()), page(key), null)));
        return lines;
    }

    /** Its stock differences. */
    @Override
    public String page(String key) {
        return "/stock/differences?warehouse=" + URLEncoder.encode(key, StandardCharsets.UTF_8);
    }
}
