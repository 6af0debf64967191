package jp.otodoke.orders.sql;

import java.util.List;
import jp.otodoke.platform.metrics.MetricReading;
import jp.otodoke.platform.metrics.MetricSource;
import org.springframework.stereotype.Component;

/** Metrics: orders received, and open orders by status. */
@Component
class OrderMetrics implements MetricSource {
    @Override
    public List<MetricReading> figures() {
        return List.of(
                new MetricReading(
                        "otodoke.orders.today",
                        "Orders dated today, by channel",
                        "select channel, count(*) as value from orders where ordered_at >= :today group by channel"),
                new MetricReading(
                        "otodoke.orders.open",
                        "Orders under way, by status",
                        """
                        select status, count(*) as value from orders
                         where status in ('RECEIVED', 'IN_REVIEW', 'ON_HOLD', 'AWAITING_PAYMENT', 'AWAITING_STOCK', 'READY')
                         group by status"""));
    }
}
