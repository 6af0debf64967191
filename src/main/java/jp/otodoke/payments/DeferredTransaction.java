package jp.otodoke.payments;

import java.time.Instant;
import java.util.List;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to pay an order by 後払い.
 *
 * @param ownId our number of it, the same for good
 * @param providerId the provider's number; null until it has answered
 * @param amount that the provider bills
 * @param content fingerprint of what was sent for the check; null if that is not known
 * @param codes why it is on hold or refused
 * @param confirmed whether the reported parcel was found to have arrived; null while that is open
 */
public record DeferredTransaction(
        String ownId,
        OrderNumber order,
        DeferredState state,
        @Nullable String providerId,
        Yen amount,
        @Nullable String content,
        List<String> codes,
        Instant createdAt,
        @Nullable String carrier,
        @Nullable String slipNo,
        @Nullable Boolean confirmed) {
    /** By which people at the provider know it. */
    public String reference() {
        return providerId == null ? ownId : providerId;
    }

    boolean isCurrentOf(Payment payment) {
        return ownId.equals(payment.transactionNo());
    }
}
