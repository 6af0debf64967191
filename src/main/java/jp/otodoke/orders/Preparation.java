package jp.otodoke.orders;

/** When new orders are checked, secured, allocated and planned, and when their processes start. */
public enum Preparation {
    /**
     * In the transaction that places them, with their processes: whatever fails there takes the placing with it. The processes
     * of a long list are {@link #QUEUED}.
     */
    NOW,
    /** As {@link #NOW}, while their processes are started by workers after the commit. */
    QUEUED,
    /** By a job of each order's process, after the commit: a step that fails is an incident of that order. */
    LATER;

    /** The longest list whose processes start with it. */
    static final int LONGEST_UNQUEUED = 200;

    /** For a list of so many orders. */
    Preparation of(int orders) {
        return this == NOW && orders > LONGEST_UNQUEUED ? QUEUED : this;
    }
}
