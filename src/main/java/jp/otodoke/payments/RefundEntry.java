package jp.otodoke.payments;

import java.time.Instant;
import jp.otodoke.shared.Yen;

/**
 * Money that is given back to the customer of an order, or is to be.
 *
 * @param id unique among those of an order
 * @param at when it was proposed, asked for, or paid out
 */
public record RefundEntry(String id, Status status, Yen amount, Route route, Reason reason, Instant at) {
    public enum Status {
        /** A person is asked to give it back. */
        PROPOSED,
        APPROVED,
        /** The card gateway has been asked to. */
        SENT,
        DONE,
        FAILED
    }

    public enum Route {
        CARD,
        TRANSFER,
        /** The shop gives it back, which had collected it. */
        SHOP,
        BALANCE
    }

    public enum Reason {
        /** More was paid than is owed: goods were cancelled or came back, or too much came in. */
        OVERPAID
    }
}
