package jp.otodoke.workflow;

import java.util.List;
import jp.otodoke.shared.Words;

/** Tells the inbox what a process's task is about; one bean per process. */
public interface TaskFacts {
    /** Process id. */
    String process();

    About about(String taskType, String businessKey);

    /**
     * @param reason what is wrong with what, for staff
     * @param orderNumbers the orders concerned
     */
    record About(Words reason, List<String> orderNumbers, int priority) {}
}
