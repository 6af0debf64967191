package jp.otodoke.payments;

import java.time.Instant;

/** A call to the provider of 後払い is to be made, no earlier than the given moment. Published in the same transaction. */
public record DeferredCallRequested(long callId, Instant notBefore) {}
