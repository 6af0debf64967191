package jp.otodoke.inbox;

/** Continues the process that is waiting for a task. */
public interface ProcessTasks {
    /** @param processTaskId id of the task in the process engine */
    void complete(String processTaskId, String decision);
}
