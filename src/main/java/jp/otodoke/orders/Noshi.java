package jp.otodoke.orders;

/** The noshi (gift paper) by its printed knot; the occasion decides which one is appropriate. */
public enum Noshi {
    /** Bow knot for happy events that may recur, such as seasonal gifts and births. */
    RED_WHITE_BOW,
    /** Tight knot for events that should happen only once, such as weddings and recovery from illness. */
    RED_WHITE_KNOT,
    /** Condolence gifts. */
    BLACK_WHITE_KNOT,
    /** Condolence gifts in western Japan. */
    YELLOW_WHITE_KNOT,
    /** No knot. */
    PLAIN
}
