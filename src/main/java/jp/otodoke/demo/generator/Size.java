package jp.otodoke.demo.generator;

/**
 * How much to generate.
 *
 * @param lines of completed orders; an order has four on average
 * @param tasks open ones
 * @param seed the same seed produces the same data
 */
public record Size(long customers, long lines, long tasks, long seed) {
    private static final int LINES_OF_AN_ORDER = 4;

    public Size {
        if (customers < 1 || customers > 7_000_000 || lines < 0 || lines > 300_000_000 || tasks < 0) {
            throw new IllegalArgumentException(
                    "Up to 7,000,000 customers and 300,000,000 lines, none of them negative");
        }
    }

    long orders() {
        return (lines + LINES_OF_AN_ORDER - 1) / LINES_OF_AN_ORDER;
    }
}
