package jp.otodoke.payments;

import java.time.LocalDate;
import java.util.Map;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.BusinessClock;
import org.springframework.stereotype.Component;

/** How long customers have to make an advance payment; of an order on account, how long it waits for a credit limit. */
@Component
public class PaymentTerms {
    private static final Map<PaymentMethod, Integer> DAYS_TO_PAY = Map.of(
            PaymentMethod.BANK_TRANSFER, 7,
            PaymentMethod.CONVENIENCE_STORE, 10,
            PaymentMethod.DIRECT_DEBIT, 45,
            PaymentMethod.INVOICE, 30);

    private final BusinessClock clock;

    PaymentTerms(BusinessClock clock) {
        this.clock = clock;
    }

    /** The due date of a payment requested today. */
    public LocalDate lastDay(PaymentMethod method) {
        return clock.today().plusDays(days(method));
    }

    /** Counted from the request. */
    int days(PaymentMethod method) {
        return DAYS_TO_PAY.getOrDefault(method, 7);
    }
}
