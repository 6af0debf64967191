package jp.otodoke.partners.exchange;

import java.util.List;

/** Turns rows of the outbox into one file for a partner. */
public interface OutgoingFormat {
    String partner();

    /** The type of the rows, and the first part of the file's name. */
    String type();

    /** How many rows one file may carry. */
    int batchSize();

    /** Must depend only on the rows and what they refer to; runs in the transaction that seals the file. */
    OutgoingFile build(List<OutboxRow> rows);
}
