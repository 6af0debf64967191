package jp.otodoke.inventory;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskDetails;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.inbox.TaskPanel;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.staff.Permission;
import org.springframework.stereotype.Component;

/**
 * A warehouse's count differs from the ledger: what it differs by is booked or dismissed as a whole here, or one by one on
 * the page of the differences, which closes the task with the last.
 */
@Component
class StockDifferenceTask implements TaskKind {
    static final String TYPE = "stock-difference";

    private static final String BOOK = "BOOK";
    private static final int SHOWN = 3;

    private final StockDifferences differences;
    private final BookStockDifferences book;
    private final DismissStockDifferences dismiss;
    private final Tasks tasks;

    StockDifferenceTask(
            StockDifferences differences, BookStockDifferences book, DismissStockDifferences dismiss, Tasks tasks) {
        this.differences = differences;
        this.book = book;
        this.dismiss = dismiss;
        this.tasks = tasks;
    }

    @Override
    public String type() {
        return TYPE;
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
    public Permission permission() {
        return Permission.STOCK_EDIT;
    }

    @Override
    public List<String> decisions() {
        return List.of(BOOK, "DISMISS");
    }

    /** All or none, as the task ends with it: where one can't be booked, each is decided about on the page. */
    @Override
    public void decide(TaskDecision decision) {
        var open = open(decision.task());
        if (open.isEmpty()) {
            return;
        }
        var reason = Objects.requireNonNullElse(
                TextNormalizer.orNull(decision.comment()),
                BilingualText.of("task.stock-difference.by-count").japanese());
        var ids = open.stream().map(StockDifference::id).toList();
        var left = decision.code().equals(BOOK)
                ? book.book(ids, reason, false, decision.staff()).left()
                : dismiss.dismiss(ids, reason, decision.staff()).left();
        if (!left.isEmpty()) {
            throw Refusal.conflict(
                    "task.stock-difference.left",
                    left.size(),
                    BilingualText.sentences(left.stream()
                            .limit(SHOWN)
                            .map(DifferenceDecisions.Left::text)
                            .toList()));
        }
    }

    @Override
    public BilingualText consequences(List<OpenTask> decided, String decision) {
        var open = decided.stream().flatMap(task -> open(task).stream()).toList();
        if (!decision.equals(BOOK)) {
            return BilingualText.of("task.then.leaves-ledger", open.size());
        }
        return BilingualText.of(
                "task.then.adjusts-stock",
                open.size(),
                open.stream().mapToLong(d -> Math.max(d.difference(), 0)).sum(),
                open.stream().mapToLong(d -> Math.max(-d.difference(), 0)).sum());
    }

    /** Those of the task's count that nobody has decided about. */
    private List<StockDifference> open(OpenTask task) {
        var warehouse = Warehouse.of(task.subject().key());
        return differences.open(warehouse, RecordStockSnapshot.countedAt(tasks.key(task.id()), warehouse));
    }

    @Override
    public TaskDetails details(OpenTask task) {
        var warehouse = task.subject().key();
        var open = differences.count(new StockDifferences.Filter(StockDifference.State.OPEN, warehouse, null, null));
        return TaskDetails.of(
                new TaskPanel("inventory/task-difference", Map.of("warehouse", warehouse, "open", open), true));
    }
}
