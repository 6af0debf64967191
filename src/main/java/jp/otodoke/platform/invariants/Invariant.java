package jp.otodoke.platform.invariants;

/** A condition that must hold in the database at every moment. Checking is read-only. */
public interface Invariant {
    /** Kebab-case and stable: outsiders read it. */
    String name();

    /** How many rows violate it; 0 if it holds. */
    long violations();
}
