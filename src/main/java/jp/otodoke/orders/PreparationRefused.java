package jp.otodoke.orders;

/** A step refused what it was to do for new orders, as if a rule of the firm were wrong; the orders themselves are not refused. */
class PreparationRefused extends RuntimeException {
    PreparationRefused(RuntimeException refusal) {
        super("Orders could not be prepared as they were placed", refusal);
    }
}
