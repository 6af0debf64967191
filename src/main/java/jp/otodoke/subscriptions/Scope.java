package jp.otodoke.subscriptions;

/** For which turns a wish counts. */
public enum Scope {
    /** Only the next one. */
    THIS_TURN,
    /** The next one and all after it. */
    FROM_NOW,
    /** All after the next one. */
    FROM_NEXT
}
