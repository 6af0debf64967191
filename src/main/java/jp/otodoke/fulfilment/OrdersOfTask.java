package jp.otodoke.fulfilment;

import java.util.List;
import java.util.Map;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.TaskPanel;
import jp.otodoke.inbox.TaskSidePanel;
import jp.otodoke.orders.OrderSubject;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Shows the orders of a task with goods, payment and addresses. */
@Component
@Order(20)
class OrdersOfTask implements TaskSidePanel {
    private static final int SHOWN_WITH_GOODS = 10;

    private final OrderExcerpts orders;

    OrdersOfTask(OrderExcerpts orders) {
        this.orders = orders;
    }

    @Override
    public List<TaskPanel> of(OpenTask task) {
        var numbers = OrderSubject.in(task);
        if (numbers.isEmpty()) {
            return List.of();
        }
        var shown = orders.of(numbers.stream().limit(SHOWN_WITH_GOODS).toList());
        var further = numbers.stream().skip(SHOWN_WITH_GOODS).toList();
        return List.of(new TaskPanel("fulfilment/task-orders", Map.of("orders", shown, "further", further), false));
    }
}
