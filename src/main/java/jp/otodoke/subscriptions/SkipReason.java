package jp.otodoke.subscriptions;

/** Why a turn passed without an order. */
public enum SkipReason {
    /** The customer skipped it. */
    CUSTOMER,
    PAUSED,
    PAYMENT_STOPPED,
    /** The customer is dormant. */
    DORMANT,
    /** A person decided so, because it had been missed or had failed. */
    DECIDED,
    /** Its day had passed. */
    MISSED,
    /** Its order was refused. */
    REFUSED,
    /** Another run has decided on it. */
    ALREADY_DECIDED,
    /** It was moved behind the end of the run, or stopped, while the run went on. */
    CHANGED
}
