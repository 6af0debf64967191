package jp.otodoke.payments;

/** A call that waits for its turn is to be made now. Published in the same transaction. */
public record CardCallHastened(long callId) {}
