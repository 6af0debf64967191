package jp.otodoke.workflow;

import java.util.List;
import java.util.Set;
import jp.otodoke.shared.Words;
import org.jspecify.annotations.Nullable;

/** Tells the inbox what a process's task is about; one bean per process. */
public interface TaskFacts {
    /** Process id. */
    String process();

    About about(String taskType, String businessKey);

    /**
     * @param reason what is wrong with what, for staff
     * @param orderNumbers the orders concerned
     * @param proposed the decision that fits this case best; null for the one that the diagram names first
     * @param senseless decisions of the diagram that lead nowhere in this case and are not offered
     */
    record About(
            Words reason, List<String> orderNumbers, int priority, @Nullable String proposed, Set<String> senseless) {
        public About(Words reason, List<String> orderNumbers, int priority) {
            this(reason, orderNumbers, priority, null);
        }

        public About(Words reason, List<String> orderNumbers, int priority, @Nullable String proposed) {
            this(reason, orderNumbers, priority, proposed, Set.of());
        }
    }
}
