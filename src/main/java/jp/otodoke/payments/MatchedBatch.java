package jp.otodoke.payments;

import org.jspecify.annotations.Nullable;

/**
 * What a run over all open deposits has matched.
 *
 * @param matched number of deposits
 * @param proposed number of those for which something is proposed to a person
 * @param batch by which it can be undone; null if no deposit was open
 */
public record MatchedBatch(int matched, int proposed, @Nullable Long batch) {
    static final MatchedBatch NONE = new MatchedBatch(0, 0, null);
}
