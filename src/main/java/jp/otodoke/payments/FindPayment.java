package jp.otodoke.payments;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
    public Optional<Payment> find(String orderNumber) {
        return payments.findById(orderNumber);
    }

    @Transactional(readOnly = true)
    public Payment get(String orderNumber) {
        return payments.findById(orderNumber).orElseThrow();
    }

    @Transactional(readOnly = true)
    public List<Payment> all(Collection<String> orderNumbers) {
        return payments.findAllById(orderNumbers);
    }
}
