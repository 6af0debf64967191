package jp.otodoke.orders.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.platform.pages.HomePanel;
import jp.otodoke.platform.pages.HomePanel.Position;
import jp.otodoke.platform.pages.HomePanelSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Home page panel: how many open orders are at each stage. Only open orders are counted; ended ones are not read. */
@Component
class OrderHomeFlow implements HomePanelSource {
    private static final List<OrderStatus> STAGES = Arrays.stream(OrderStatus.values())
            .filter(status -> !status.ended())
            .toList();

    private final JdbcClient jdbc;

    OrderHomeFlow(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<HomePanel> panels() {
        return List.of(new HomePanel(Position.BELOW_FIGURES, 10, "orders/home-flow", stages()));
    }

    private List<Stage> stages() {
        var counts = new HashMap<String, Long>();
        jdbc.sql("select status, count(*) from orders_order_view where status = any(:open) group by status")
                .param("open", STAGES.stream().map(Enum::name).toArray(String[]::new))
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return STAGES.stream()
                .map(status -> new Stage(status, counts.getOrDefault(status.name(), 0L)))
                .toList();
    }

    /** Number of orders in a status. */
    record Stage(OrderStatus status, long orders) {}
}
