package jp.otodoke.payments;

import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * One call to the provider of 後払い.
 *
 * @param ownId our number of the transaction that it is about; of a FIND for a reduction, that of the new one
 * @param providerId the provider's number of it; null if we do not know it yet
 * @param newId REDUCE: our number of the transaction that takes its place
 * @param content REGISTER, UPDATE and REDUCE: what is billed; null for others
 */
public record DeferredCall(
        long id,
        Kind kind,
        OrderNumber order,
        String ownId,
        @Nullable String providerId,
        Yen amount,
        @Nullable String carrier,
        @Nullable String slipNo,
        @Nullable String newId,
        @Nullable DeferredOrder content) {
    public enum Kind {
        REGISTER,
        UPDATE,
        CANCEL,
        REPORT,
        REDUCE,
        FIND
    }
}
