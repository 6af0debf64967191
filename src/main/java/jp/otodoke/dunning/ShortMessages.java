package jp.otodoke.dunning;

/** The way by which short messages leave, as a partner contributes it. */
public interface ShortMessages {
    /** Whether there is a provider to whom they go. */
    boolean available();

    /** Queues it in the caller's transaction. */
    void queue(ShortMessage message);
}
