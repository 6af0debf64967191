package jp.otodoke.fulfilment.process;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import jp.otodoke.workflow.CaseDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shipment details shown in the process view. The data is corrected in the order. */
@Component
class ShipmentCaseDetails implements CaseDetails {
    private final JdbcClient jdbc;

    ShipmentCaseDetails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String process() {
        return ShipmentProcess.PROCESS;
    }

    @Override
    public String valueQuery() {
        return "select business_key, yen from fulfilment_case_value_view";
    }

    @Override
    public Map<String, Details> of(Collection<String> keys) {
        return jdbc
                .sql(
                        """
                        select s.shipment_number, coalesce(v.yen, 0) as yen,
                               array(select distinct l.order_number from shipment_line l
                                      where l.shipment_number = s.shipment_number order by 1) as orders
                          from shipment s
                          left join lateral (select yen from fulfilment_case_value_view v
                                              where v.business_key = s.shipment_number offset 0) v on true
                         where s.shipment_number = any(:keys)
                        """)
                .param("keys", keys.toArray(String[]::new))
                .query((row, n) -> Map.entry(
                        row.getString("shipment_number"),
                        details(
                                row.getString("shipment_number"),
                                Yen.of(row.getLong("yen")),
                                Stream.of((String[]) row.getArray("orders").getArray())
                                        .map(OrderNumber::of)
                                        .toList())))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Details details(String number, Yen yen, List<OrderNumber> orders) {
        return new Details(
                yen, "/shipments/" + number, orders.isEmpty() ? null : "/orders/" + orders.get(0) + "/edit", orders);
    }
}
