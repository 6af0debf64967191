package jp.otodoke.orders;

/** The strip of paper on a present, by the knot printed on it: which one fits depends on the occasion. */
public enum Noshi {
    /** For what may happen again and again: seasonal presents, births. */
    RED_WHITE_BOW,
    /** For what shall happen once: weddings, recovery. */
    RED_WHITE_KNOT,
    /** For mourning. */
    BLACK_WHITE_KNOT,
    /** For mourning in western Japan. */
    YELLOW_WHITE_KNOT,
    /** Without a knot. */
    PLAIN
}
