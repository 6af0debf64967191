package jp.otodoke.catalog;

/** How a product must be kept and carried. */
public enum Temperature {
    AMBIENT,
    CHILLED,
    FROZEN
}
