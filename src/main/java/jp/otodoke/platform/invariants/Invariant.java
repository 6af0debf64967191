package jp.otodoke.platform.invariants;

/** Something that must hold in the database at every moment. Checking changes nothing. */
public interface Invariant {
    /** Kebab-case, stable: others read it. */
    String name();

    /** How many rows break it; 0 where it holds. */
    long violations();
}
