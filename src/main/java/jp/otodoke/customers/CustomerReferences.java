package jp.otodoke.customers;

import jp.otodoke.shared.CustomerNumber;

/** Implemented by modules that store something about customers; such customers cannot be deleted any more. */
public interface CustomerReferences {
    boolean existsFor(CustomerNumber number);
}
