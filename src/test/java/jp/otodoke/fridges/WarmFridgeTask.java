package jp.otodoke.fridges;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.otodoke.inbox.FormOutcome;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskDetails;
import jp.otodoke.inbox.TaskField;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.inbox.TaskPanel;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.staff.Permission;
import org.springframework.stereotype.Component;

/** A fridge is too warm: the kind of task of {@code docs/guides/add-a-task-kind.md}. */
@Component
class WarmFridgeTask implements TaskKind {
    static final String TYPE = "fridge-too-warm";
    static final String REPAIR = "REPAIR";
    static final String MOVE_GOODS = "MOVE_GOODS";

    final List<TaskDecision> decided = new ArrayList<>();

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subjectKind() {
        return FridgeSubject.KIND;
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
        return List.of(REPAIR, MOVE_GOODS);
    }

    @Override
    public List<TaskField> fields(String decision) {
        return decision.equals(REPAIR) ? List.of(TaskField.optional("repairDate", TaskField.Kind.DATE)) : List.of();
    }

    @Override
    public boolean manyAtOnce() {
        return false;
    }

    @Override
    public BilingualText consequences(List<OpenTask> tasks, String decision) {
        return decision.equals(MOVE_GOODS)
                ? BilingualText.of("task.fridge-too-warm.moved", 12 * tasks.size())
                : BilingualText.asWritten("");
    }

    @Override
    public TaskDetails details(OpenTask task) {
        return TaskDetails.of(panel("8"));
    }

    /** The form in the panel: a temperature that is right needs no decision. */
    @Override
    public FormOutcome submit(OpenTask task, Map<String, String> typed) {
        var degrees = typed.getOrDefault("degrees", "");
        return degrees.matches("[1-5]")
                ? FormOutcome.done(BilingualText.of("task.fridge-too-warm.measured", degrees))
                : FormOutcome.again(panel(degrees));
    }

    @Override
    public void decide(TaskDecision decision) {
        decided.add(decision);
    }

    private static TaskPanel panel(String degrees) {
        return new TaskPanel("fridges/task-fridge-too-warm", Map.of("degrees", degrees), false);
    }
}
