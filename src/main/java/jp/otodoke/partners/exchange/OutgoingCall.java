package jp.otodoke.partners.exchange;

/** Tells a partner one row of the outbox directly, by a call or a mail, instead of in a file. */
public interface OutgoingCall {
    String partner();

    /** The type of the rows it can tell. */
    String type();

    /**
     * Runs in a transaction that holds the row; what it writes is committed together with the row being done. When it
     * throws, all is rolled back and tried again after a pause.
     */
    void send(OutboxRow row);

    /** How many may be made at the same time on one node. */
    default int parallel() {
        return 1;
    }
}
