package jp.otodoke.inbox;

import java.util.List;
import java.util.Map;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.Refusal;
import jp.otodoke.staff.Permission;

/**
 * A kind of task, one bean each, contributed by the module whose work it is about. Its texts are messages of that module:
 * {@code task.<type>.title} and {@code .about}, for each decision {@code task.<type>.<CODE>}, {@code .follows} and {@code .why}.
 */
public interface TaskKind {
    /** The decision that closes a task and changes nothing else. */
    String CLOSE = "DONE";

    /** Its code, such as {@code refund-due}. */
    String type();

    /** What its tasks are about, see {@link TaskSubject#kind}. */
    String subjectKind();

    /** Whose work it is, where a task does not say otherwise. */
    StaffGroup group();

    /** What deciding asks for besides the permission of the task's group. */
    default Permission permission() {
        return group().permission();
    }

    /** Codes of what this kind carries out itself, in the order in which they are offered. */
    default List<String> decisions() {
        return List.of(CLOSE);
    }

    /** Carries a decision out, in the transaction that closes the task. */
    default void decide(TaskDecision decision) {}

    /** Whether one decision may be taken for many tasks at once. */
    default boolean manyAtOnce() {
        return true;
    }

    /** What a decision asks for besides; the label of each is the message {@code task.field.<name>}. */
    default List<String> fields(String decision) {
        return List.of();
    }

    /** What will follow in numbers; empty where the decision's own words say all. */
    default BilingualText consequences(List<OpenTask> tasks, String decision) {
        return BilingualText.asWritten("");
    }

    /** What the page of a task shows for this kind. */
    default TaskDetails details(OpenTask task) {
        return TaskDetails.NONE;
    }

    /** Takes the form that stands in the panel of this kind. */
    default FormOutcome submit(OpenTask task, Map<String, String> typed) {
        throw Refusal.notFound("task.not-found", task.id());
    }

    /** A kind whose tasks people do elsewhere and then close. */
    static TaskKind toClose(String type, String subjectKind, StaffGroup group) {
        return new KindToClose(type, subjectKind, group);
    }
}
