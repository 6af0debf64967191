package jp.otodoke.workflow;

import java.util.List;

/** Tells the inbox what a process's task is about; one bean per process. */
public interface TaskFacts {
    /** Process id. */
    String process();

    About about(String taskType, String businessKey);

    /**
     * @param reason ready text for staff
     * @param orderNumbers the orders concerned
     */
    record About(String reason, List<String> orderNumbers, int priority) {}
}
