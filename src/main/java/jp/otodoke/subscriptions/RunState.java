package jp.otodoke.subscriptions;

/** How far a run is. */
public enum RunState {
    RUNNING,
    /** A person has stopped it; it can go on. */
    STOPPED,
    DONE
}
