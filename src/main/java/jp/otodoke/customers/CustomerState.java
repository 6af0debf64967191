package jp.otodoke.customers;

/** A customer with history is never deleted, only made dormant. */
public enum CustomerState {
    ACTIVE,
    DORMANT
}
