package jp.otodoke.platform.pages;

/**
 * Limits of lists on pages. Nobody pages through millions of rows, and counting or sorting them would keep
 * everybody waiting: a list is counted, sorted and paged up to {@link #MAX} rows, and says when there are more.
 */
public final class ListLimits {
    public static final int MAX = 10_000;

    /** Up to how many rows a list is counted while somebody types a search: with that many hits one types on. */
    public static final int MAX_WHILE_TYPING = 1_000;

    private ListLimits() {}

    /**
     * The page that is shown for the requested one.
     *
     * @param rows as counted, at most one more than {@link #MAX}
     */
    public static int page(int asked, long rows, int size) {
        return (int) Math.max(0, Math.min(asked, (shown(rows, MAX) - 1) / size));
    }

    /** Of so many rows, counted up to {@code most} and one more, this many can be paged through. */
    public static long shown(long rows, int most) {
        return Math.min(rows, most);
    }
}
