package jp.otodoke.payments;

import java.time.Instant;

/** The card gateway is to be called, not before this moment. Published in the same transaction. */
public record CardCallRequested(long callId, Instant notBefore) {}
