package jp.otodoke.fulfilment;

import java.util.Optional;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.payments.CardDecline;
import jp.otodoke.payments.DeferredTransaction;
import jp.otodoke.payments.FindDecline;
import jp.otodoke.payments.FindDeferred;
import jp.otodoke.payments.FindPayment;
import jp.otodoke.payments.Payment;
import jp.otodoke.shared.OrderNumber;
import org.springframework.stereotype.Component;

/** The order and payment data that tasks of the order process need. */
@Component
class OrderCases {
    private final FindOrder orders;
    private final FindPayment payments;
    private final FindDeferred deferred;
    private final FindDecline declines;
    private final OrderConsequences consequences;

    OrderCases(
            FindOrder orders,
            FindPayment payments,
            FindDeferred deferred,
            FindDecline declines,
            OrderConsequences consequences) {
        this.orders = orders;
        this.payments = payments;
        this.deferred = deferred;
        this.declines = declines;
        this.consequences = consequences;
    }

    Order order(OrderNumber number) {
        return orders.get(number);
    }

    boolean changeable(OrderNumber number) {
        return orders.isChangeable(number);
    }

    Payment payment(OrderNumber number) {
        return payments.get(number);
    }

    /** Where it stands at the provider of 後払い; empty if it is paid in another way. */
    Optional<DeferredTransaction> deferred(OrderNumber number) {
        return deferred.current(number);
    }

    /** Why its card was refused last; empty if it was not. */
    Optional<CardDecline> declined(OrderNumber number) {
        return declines.last(number);
    }

    OrderConsequences consequences() {
        return consequences;
    }
}
