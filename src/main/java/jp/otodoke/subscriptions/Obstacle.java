package jp.otodoke.subscriptions;

/** Why nothing is delivered on a day. */
enum Obstacle {
    /** The carrier does not deliver. */
    CARRIER_CLOSED,
    /** The warehouse is closed for so long before it that goods would have to leave too early. */
    WAREHOUSE_CLOSED,
    /** The day is among those that were given as closed. */
    LISTED
}
