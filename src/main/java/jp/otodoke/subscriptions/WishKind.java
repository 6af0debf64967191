package jp.otodoke.subscriptions;

/** What a change of a subscription is about. */
public enum WishKind {
    STARTED,
    ITEMS,
    ADD,
    DAY,
    CYCLE,
    ADDRESS,
    SLOT,
    PAYMENT,
    SKIP,
    PAUSE,
    RESUME,
    STOP,
    /** Its payment failed, or works again. */
    PAYMENT_STOP,
    /** A reserved change is not wanted any more. */
    WITHDRAWN,
    /** There are no more dates. */
    FINISHED
}
