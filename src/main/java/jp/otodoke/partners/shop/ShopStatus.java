package jp.otodoke.partners.shop;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the shop's processing status says about an order that was imported before.
 *
 * @param reversal null if the order stands
 * @param earlierHashes of the same content in the states from which the present one is ordinary progress
 */
record ShopStatus(@Nullable Reversal reversal, List<String> earlierHashes) {
    static final ShopStatus NONE = new ShopStatus(null, List.of());

    /** The shop has taken the order or its payment back. */
    enum Reversal {
        CANCELLED,
        RETURNED,
        REFUNDED,
        /** The rest of the order stands. */
        PARTLY_REFUNDED
    }
}
