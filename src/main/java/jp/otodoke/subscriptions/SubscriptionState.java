package jp.otodoke.subscriptions;

/** What becomes of a subscription's turns. */
public enum SubscriptionState {
    /** Orders are made. */
    ACTIVE,
    /** Turns pass without an order, as the customer wishes. */
    PAUSED,
    /** Turns pass without an order until the customer can pay. */
    PAYMENT_STOPPED,
    /** There are no more turns. */
    STOPPED
}
