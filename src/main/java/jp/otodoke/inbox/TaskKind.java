package jp.otodoke.inbox;

import java.util.List;
import java.util.Map;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.Refusal;
import jp.otodoke.staff.Permission;

/**
 * A kind of task; one bean each, contributed by the module that owns the work. Its texts are messages of that
 * module: {@code task.<type>.title} and {@code .about}, and for each decision {@code task.<type>.<CODE>}, {@code
 * .follows} and {@code .why}.
 */
public interface TaskKind {
    /** The decision that closes a task without any other effect. */
    String CLOSE = "DONE";

    /** The code of the kind, such as {@code refund-due}. */
    String type();

    /** The kind of subject its tasks are about, see {@link TaskSubject#kind}. */
    String subjectKind();

    /** The group its tasks belong to, unless a task names another. */
    StaffGroup group();

    /** The permission required to decide, in addition to that of the task's group. */
    default Permission permission() {
        return group().permission();
    }

    /** Codes of the decisions carried out by this kind, in the order offered. */
    default List<String> decisions() {
        return List.of(CLOSE);
    }

    /** Carries out a decision in the transaction that closes the task. */
    default void decide(TaskDecision decision) {}

    /** Whether the same problem may come again from a decision on: the key of the task is free while it is carried out. */
    default boolean mayRecur(String decision) {
        return false;
    }

    /** Whether several tasks may be decided at once. */
    default boolean manyAtOnce() {
        return true;
    }

    /** Whether this decision may be made of several tasks at once, with the same input. */
    default boolean manyAtOnce(String decision) {
        return manyAtOnce();
    }

    /** What a decision asks for besides; values arrive trimmed and valid. */
    default List<TaskField> fields(String decision) {
        return List.of();
    }

    /** What its fields contain at first, by name. */
    default Map<String, String> proposedValues(OpenTask task, String decision) {
        return Map.of();
    }

    /** Whether a decision is refused without a comment, because the comment is all that is kept of what was done. */
    default boolean commentRequired(String decision) {
        return false;
    }

    /** The consequences in numbers; empty if the decision's description is sufficient. */
    default BilingualText consequences(List<OpenTask> tasks, String decision) {
        return BilingualText.asWritten("");
    }

    /** Additional content for the page of a task. */
    default TaskDetails details(OpenTask task) {
        return TaskDetails.NONE;
    }

    /** Handles a form submitted from this kind's panel. */
    default FormOutcome submit(OpenTask task, Map<String, String> typed) {
        throw Refusal.notFound("task.not-found", task.id());
    }
}
