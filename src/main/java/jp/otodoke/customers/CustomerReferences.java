package jp.otodoke.customers;

/** Implemented by modules that store something about customers; such customers cannot be deleted any more. */
public interface CustomerReferences {
    boolean existsFor(String customerNumber);
}
