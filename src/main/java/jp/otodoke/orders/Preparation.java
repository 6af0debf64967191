package jp.otodoke.orders;

/** When new orders are checked, secured, allocated and planned. */
public enum Preparation {
    /** In the transaction that places them: whatever fails there takes the placing with it. */
    NOW,
    /** By a job of each order's process, after the commit: a step that fails is an incident of that order. */
    LATER
}
