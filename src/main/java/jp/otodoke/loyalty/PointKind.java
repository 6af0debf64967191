package jp.otodoke.loyalty;

/** Why points move. */
public enum PointKind {
    EARNED,
    USED,
    /** Used by an order that does not need them any more. */
    GIVEN_BACK,
    /** Earned by goods that came back. */
    TAKEN_BACK,
    EXPIRED,
    /** By hand. */
    ADJUSTED,
    /** From one lot of a customer to another, which changes no balance. */
    SETTLED
}
