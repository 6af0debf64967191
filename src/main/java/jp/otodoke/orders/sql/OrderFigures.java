package jp.otodoke.orders.sql;

import java.util.List;
import jp.otodoke.shared.figures.Figure;
import jp.otodoke.shared.figures.Figures;
import org.springframework.stereotype.Component;

/** Orders in, and where the open ones stand. */
@Component
class OrderFigures implements Figures {
    @Override
    public List<Figure> figures() {
        return List.of(
                new Figure(
                        "otodoke.orders.today",
                        "Orders dated today, by channel",
                        "select channel, count(*) as value from orders where ordered_at >= :today group by channel"),
                new Figure(
                        "otodoke.orders.open",
                        "Orders under way, by status",
                        """
                        select status, count(*) as value from orders
                         where status in ('RECEIVED', 'IN_REVIEW', 'ON_HOLD', 'AWAITING_PAYMENT', 'AWAITING_STOCK', 'READY')
                         group by status"""));
    }
}
