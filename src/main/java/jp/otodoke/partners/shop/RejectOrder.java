package jp.otodoke.partners.shop;

import java.util.List;
import jp.otodoke.platform.csv.Mistake;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rejects an order and creates a task with its rows and mistakes. */
@Component
class RejectOrder {
    private final ShopTasks tasks;

    RejectOrder(ShopTasks tasks) {
        this.tasks = tasks;
    }

    @Transactional
    public OrderOutcome reject(OrderFormat format, SourceFile file, ReadOrder order, List<Mistake> problems) {
        var taken = OrderOutcome.rejected(order, problems);
        tasks.rejected(format.channel(), taken, file);
        return taken;
    }
}
