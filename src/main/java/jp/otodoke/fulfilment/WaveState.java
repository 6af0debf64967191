package jp.otodoke.fulfilment;

/** The state of a wave. */
public enum WaveState {
    RUNNING,
    /** Stopped by a person; what it had not released remains due. */
    STOPPED,
    DONE
}
