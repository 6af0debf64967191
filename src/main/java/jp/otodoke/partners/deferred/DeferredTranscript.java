package jp.otodoke.partners.deferred;

import jp.otodoke.payments.DeferredAnswer;

/** A call as it went over the wire. */
record DeferredTranscript(DeferredAnswer answer, String transcript) {}
