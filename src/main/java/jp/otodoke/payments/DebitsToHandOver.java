package jp.otodoke.payments;

import java.util.List;

/** Cycles whose files go to the agency by themselves. */
public interface DebitsToHandOver {
    /**
     * Also those that were to go before and have not. Where a file may be there already because placing it was interrupted, a
     * person is asked instead.
     */
    List<Long> take();

    /** What {@link #take} would give. */
    List<Long> waiting();

    /**
     * Noted before its file is placed.
     *
     * @return false if it is handed over meanwhile, or being placed by another node
     */
    boolean begin(long id);

    /** Its file is at the agency. */
    void done(long id);

    /** Its file could not be written or placed and is not there; after its last day a person is asked. */
    void failed(long id);
}
