package jp.otodoke.subscriptions;

/** What became of a turn. */
public enum TurnState {
    /** It is still to come. */
    PLANNED,
    /** It is still to come and will pass without an order, because the subscription is paused or its payment stopped. */
    PAUSED,
    /** Its order was made. */
    MADE,
    /** It passed without an order, for a recorded reason. */
    SKIPPED,
    /** No order could be made; a person decides. */
    FAILED,
    /** Its day had passed before an order was made; a person decides. */
    MISSED
}
