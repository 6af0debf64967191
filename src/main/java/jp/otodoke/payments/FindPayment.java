package jp.otodoke.payments;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.otodoke.shared.OrderNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds payments by order. */
@Component
public class FindPayment {
    private final Payments payments;

    FindPayment(Payments payments) {
        this.payments = payments;
    }

    @Transactional(readOnly = true)
    public Optional<Payment> find(OrderNumber orderNumber) {
        return payments.findById(orderNumber);
    }

    @Transactional(readOnly = true)
    public Payment get(OrderNumber orderNumber) {
        return payments.findById(orderNumber).orElseThrow();
    }

    @Transactional(readOnly = true)
    public List<Payment> all(Collection<OrderNumber> orderNumbers) {
        return payments.findAllById(orderNumbers);
    }
}
