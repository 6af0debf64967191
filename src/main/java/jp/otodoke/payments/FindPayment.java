package jp.otodoke.payments;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
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
    private final EntityManager entities;

    FindPayment(Payments payments, EntityManager entities) {
        this.payments = payments;
        this.entities = entities;
    }

    @Transactional(readOnly = true)
    public Optional<Payment> find(OrderNumber orderNumber) {
        return payments.findById(orderNumber);
    }

    @Transactional(readOnly = true)
    public Payment get(OrderNumber orderNumber) {
        return payments.findById(orderNumber).orElseThrow();
    }

    /**
     * Waits for whoever is changing the payment, and keeps others from it until the end of the transaction: for who
     * begins to wait for a change, or gives up waiting. What was read before in the same transaction is read again.
     */
    @Transactional
    public Payment locked(OrderNumber orderNumber) {
        var payment = get(orderNumber);
        entities.flush();
        entities.refresh(payment, LockModeType.PESSIMISTIC_WRITE);
        return payment;
    }

    @Transactional(readOnly = true)
    public List<Payment> all(Collection<OrderNumber> orderNumbers) {
        return payments.findAllById(orderNumbers);
    }
}
