package jp.otodoke.payments;

import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks a person how the money of an order is to come that no parcel collects any more. */
@Component
public class ReportUncollected {
    private final Payments payments;
    private final ShortCash shortCash;

    ReportUncollected(Payments payments, ShortCash shortCash) {
        this.payments = payments;
        this.shortCash = shortCash;
    }

    /** Has no effect if nothing is owed, or somebody is asked for this amount already. */
    @Transactional
    public void report(OrderNumber order) {
        var payment = payments.findById(order).orElseThrow();
        if (payment.open().isPositive()) {
            shortCash.report(payment, Yen.ZERO);
        }
    }
}
