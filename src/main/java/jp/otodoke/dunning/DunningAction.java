package jp.otodoke.dunning;

/** What one kind of step does. */
interface DunningAction {
    DunningStepKind kind();

    /**
     * Works in the caller's transaction, about a case that goes on and whose money is open.
     *
     * @return a word that says what came of it, with the message {@code dunning.result.<word>}
     */
    String act(DunningCase one, long step);
}
