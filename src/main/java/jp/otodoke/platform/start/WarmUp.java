package jp.otodoke.platform.start;

/**
 * What a node does once its start-up work is done, before it says that it is ready: whatever makes the first people
 * wait less. Nodes do it at the same time; what fails here keeps nobody from working.
 */
public interface WarmUp {
    void run();
}
