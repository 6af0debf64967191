package jp.otodoke.payments;

import java.util.Collection;
import jp.otodoke.shared.OrderNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 出荷報告: tells the provider of 後払い by which parcel the goods left, once nothing more of the order leaves. */
@Component
public class ReportDeferred {
    private final Refunds refunds;
    private final Payments payments;
    private final DeferredParcels parcels;
    private final AdvanceDeferred advance;

    ReportDeferred(Refunds refunds, Payments payments, DeferredParcels parcels, AdvanceDeferred advance) {
        this.refunds = refunds;
        this.payments = payments;
        this.parcels = parcels;
        this.advance = advance;
    }

    /** Has no effect on orders that are paid in another way. Idempotent. */
    @Transactional
    public void left(Collection<OrderNumber> orders, String carrier, @Nullable String trackingNumber) {
        for (var order : orders) {
            if (trackingNumber != null
                    && payments.findById(order).filter(advance::has).isPresent()) {
                parcels.add(order, carrier, trackingNumber);
                refunds.lock(order).ifPresent(advance::advance);
            }
        }
    }
}
