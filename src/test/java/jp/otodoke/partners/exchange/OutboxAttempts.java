package jp.otodoke.partners.exchange;

/** For tests of other partners that play the attempts at sending. */
public final class OutboxAttempts {
    private final OutgoingCalls calls;

    OutboxAttempts(OutgoingCalls calls) {
        this.calls = calls;
    }

    /** @return whether there was something to send */
    public boolean next(OutgoingCall call) {
        return calls.callNext(call);
    }
}
