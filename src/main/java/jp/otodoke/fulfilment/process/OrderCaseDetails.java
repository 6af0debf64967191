package jp.otodoke.fulfilment.process;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import jp.otodoke.workflow.CaseDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Order details shown in the process view. */
@Component
class OrderCaseDetails implements CaseDetails {
    private static final String VALUES = "select order_number as business_key, total as yen from orders_order_view";

    private final JdbcClient jdbc;

    OrderCaseDetails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String process() {
        return OrderProcess.PROCESS;
    }

    @Override
    public String valueQuery() {
        return VALUES;
    }

    @Override
    public Map<String, Details> of(Collection<String> keys) {
        return jdbc
                .sql("select business_key, yen from (" + VALUES + ") v where business_key = any(:keys)")
                .param("keys", keys.toArray(String[]::new))
                .query((row, n) -> Map.entry(row.getString("business_key"), Yen.of(row.getLong("yen"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> details(e.getKey(), e.getValue())));
    }

    private static Details details(String number, Yen yen) {
        return new Details(yen, "/orders/" + number, "/orders/" + number + "/edit", List.of(OrderNumber.of(number)));
    }
}
