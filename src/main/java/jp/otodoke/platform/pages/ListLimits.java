package jp.otodoke.platform.pages;

/**
 * How far a list on a page goes. Nobody leafs through millions of rows, and counting or sorting them all would keep
 * everybody waiting: a list is counted, sorted and leafed through up to {@link #MOST} rows, and says when there are more.
 */
public final class ListLimits {
    public static final int MOST = 10_000;

    /** As far as a list is counted while somebody types what to look for: who gets so many types more. */
    public static final int MOST_WHILE_TYPING = 1_000;

    private ListLimits() {}

    /**
     * The page that is shown for the one asked.
     *
     * @param rows as counted, at most one more than {@link #MOST}
     */
    public static int page(int asked, long rows, int size) {
        return (int) Math.max(0, Math.min(asked, (shown(rows, MOST) - 1) / size));
    }

    /** Of so many rows, counted up to {@code most} and one more, these can be leafed through. */
    public static long shown(long rows, int most) {
        return Math.min(rows, most);
    }
}
