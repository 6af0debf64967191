package jp.otodoke.partners.shop;

import java.util.List;
import jp.otodoke.shared.csv.Mistake;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Leaves an order out and gives it to a person, with its rows and what is wrong with them. */
@Component
class RejectOrder {
    private final ShopTasks tasks;

    RejectOrder(ShopTasks tasks) {
        this.tasks = tasks;
    }

    @Transactional
    public Taken reject(OrderFormat format, SourceFile file, ReadOrder order, List<Mistake> problems) {
        var taken = Taken.rejected(order, problems);
        tasks.rejected(format.channel(), taken, file);
        return taken;
    }
}
