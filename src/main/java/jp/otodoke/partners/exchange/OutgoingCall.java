package jp.otodoke.partners.exchange;

import java.util.Optional;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;

/** Sends one row of the outbox to a partner directly, by a call or a mail instead of a file. */
public interface OutgoingCall {
    String partner();

    /** The type of the rows it sends. */
    String type();

    /**
     * Runs in a transaction that locks the row; what it writes is committed together with the row's completion. If
     * it throws, everything is rolled back and retried after a delay.
     */
    void send(OutboxRow row);

    /**
     * The payload's value with the address of the recipient. Staff may correct it, or leave such a message unsent, as
     * no process waits for an answer.
     */
    default Optional<String> recipientField() {
        return Optional.empty();
    }

    /**
     * Staff want a corrected address to be kept for the future, not only for this message.
     *
     * @param reference what the message is about, such as the number of an order
     * @throws Refusal if it belongs to nobody whom this partner knows (conflict), or the user may not change it
     */
    default void keepRecipient(@Nullable String reference, String address) {
        throw Refusal.conflict("partners.unsent.recipient-unknown");
    }

    /** How many may be made at the same time on one node. */
    default int parallel() {
        return 1;
    }
}
