package jp.otodoke.customers;

/** A module that keeps something about customers says so; then they can't be deleted any more. */
public interface CustomerReferences {
    boolean existsFor(String customerNumber);
}
