package jp.otodoke.dunning;

import java.util.Set;

/** What one kind of step does. */
interface DunningAction {
    DunningStepKind kind();

    /** The words of {@link #act} that mean that nothing could be done. */
    default Set<String> skipped() {
        return Set.of();
    }

    /**
     * Works in the caller's transaction, about a case that goes on and whose money is open.
     *
     * @return a word that says what came of it, with the message {@code dunning.result.<word>}
     */
    String act(DunningCase one, long step);
}
