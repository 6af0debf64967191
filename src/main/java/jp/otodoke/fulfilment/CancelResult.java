package jp.otodoke.fulfilment;

/** The possible answers of the warehouse to a cancellation request. */
public enum CancelResult {
    CANCELLED,
    TOO_LATE_PICKING,
    ALREADY_SHIPPED,
    NOT_FOUND
}
