package jp.otodoke.inventory;

import java.util.Map;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDetails;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.inbox.TaskPanel;
import org.springframework.stereotype.Component;

/** A warehouse's count differs from the ledger; the differences are decided about on their page, which closes the task. */
@Component
class StockDifferenceTask implements TaskKind {
    private final StockDifferences differences;

    StockDifferenceTask(StockDifferences differences) {
        this.differences = differences;
    }

    @Override
    public String type() {
        return "stock-difference";
    }

    @Override
    public String subjectKind() {
        return WarehouseSubject.KIND;
    }

    @Override
    public StaffGroup group() {
        return StaffGroup.SHIPPING;
    }

    @Override
    public TaskDetails details(OpenTask task) {
        var warehouse = task.subject().key();
        var open = differences.count(new StockDifferences.Filter(StockDifference.State.OPEN, warehouse, null, null));
        return TaskDetails.of(
                new TaskPanel("inventory/task-difference", Map.of("warehouse", warehouse, "open", open), true));
    }
}
