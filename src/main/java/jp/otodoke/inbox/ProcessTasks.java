package jp.otodoke.inbox;

/** Lets the process that asked for a task go on with what was decided. */
public interface ProcessTasks {
    /** @param processTaskId of the task as the process knows it */
    void complete(String processTaskId, String decision);
}
