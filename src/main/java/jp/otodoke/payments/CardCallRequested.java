package jp.otodoke.payments;

/** The card gateway is to be called, not before this moment. Published in the same transaction. */
public record CardCallRequested(long callId, java.time.Instant notBefore) {}
