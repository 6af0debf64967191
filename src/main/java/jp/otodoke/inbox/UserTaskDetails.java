package jp.otodoke.inbox;

import java.util.List;
import java.util.Set;
import jp.otodoke.shared.BilingualText;
import org.jspecify.annotations.Nullable;

/** Tells the inbox what a process's task is about; one bean per process. */
public interface UserTaskDetails {
    /** Process id. */
    String process();

    About about(String taskType, String businessKey);

    /**
     * @param orderNumbers the orders concerned
     * @param proposed the decision that fits this case best; null for the one that the diagram names first
     * @param senseless decisions of the diagram that lead nowhere in this case and are not offered
     */
    record About(
            TaskReason reason,
            List<String> orderNumbers,
            int priority,
            @Nullable String proposed,
            Set<String> senseless) {
        /** With a reason that says nothing of persons. */
        public About(
                BilingualText reason,
                List<String> orderNumbers,
                int priority,
                @Nullable String proposed,
                Set<String> senseless) {
            this(TaskReason.of(reason), orderNumbers, priority, proposed, senseless);
        }
    }
}
