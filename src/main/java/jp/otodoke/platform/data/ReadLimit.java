package jp.otodoke.platform.data;

/** Whether what this thread reads is for somebody who waits for a page or an answer: then no statement takes long. */
public final class ReadLimit {
    private static final ThreadLocal<Boolean> IN_FORCE = ThreadLocal.withInitial(() -> false);

    private ReadLimit() {}

    /** From the next connection on that this thread takes. */
    static void apply() {
        IN_FORCE.set(true);
    }

    /** For what reads everything by its nature, such as a check of all data. */
    public static void lift() {
        IN_FORCE.remove();
    }

    static boolean inForce() {
        return IN_FORCE.get();
    }
}
