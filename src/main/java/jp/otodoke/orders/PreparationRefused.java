package jp.otodoke.orders;

/**
 * A step refused what it was to do for new orders, as if a rule of the firm were wrong. The refusal is not its cause, as the
 * orders are not refused: whoever sent them would be told that they were.
 */
class PreparationRefused extends RuntimeException {
    PreparationRefused(RuntimeException refusal) {
        super("Orders could not be prepared as they were placed: " + refusal.getMessage());
        addSuppressed(refusal);
    }
}
