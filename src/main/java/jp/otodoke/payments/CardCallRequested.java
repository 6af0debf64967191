package jp.otodoke.payments;

import java.time.Instant;

/** A call to the card gateway is to be made, no earlier than the given moment. Published in the same transaction. */
public record CardCallRequested(long callId, Instant notBefore) {}
