package jp.otodoke.fulfilment;

/** What the warehouse answers to a request to cancel. */
public enum CancelResult {
    CANCELLED,
    TOO_LATE_PICKING,
    ALREADY_SHIPPED,
    NOT_FOUND
}
