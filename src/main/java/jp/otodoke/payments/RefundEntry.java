package jp.otodoke.payments;

import java.time.Instant;
import jp.otodoke.shared.Yen;

/**
 * Money that is given back to the customer of an order, or is to be.
 *
 * @param id of the {@link Refund}
 * @param reason in the words of who asked for it; {@link #OVERPAID} if the rules propose it
 * @param at when it was proposed, approved, sent or given back: the latest of these
 */
public record RefundEntry(long id, Status status, Yen amount, Route route, String reason, Instant at) {
    /** More was paid than is owed: goods were cancelled or came back, or too much came in. */
    public static final String OVERPAID = "OVERPAID";

    public enum Status {
        /** Somebody is to approve it, or to decide by which route it goes. */
        PROPOSED,
        /** It waits for its transfer file. */
        APPROVED,
        /** The card gateway, the bank or the provider of 後払い has it. */
        SENT,
        DONE,
        FAILED
    }

    public enum Route {
        CARD,
        TRANSFER,
        /** The shop gives it back, which had collected it. */
        SHOP,
        /** It becomes part of the customer's balance. */
        BALANCE,
        /** The provider of 後払い bills the customer less. */
        AGENCY
    }
}
