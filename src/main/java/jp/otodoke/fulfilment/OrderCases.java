package jp.otodoke.fulfilment;

import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.payments.FindPayment;
import jp.otodoke.payments.Payment;
import jp.otodoke.shared.OrderNumber;
import org.springframework.stereotype.Component;

/** The order and payment data that tasks of the order process need. */
@Component
class OrderCases {
    private final FindOrder orders;
    private final FindPayment payments;
    private final OrderConsequences consequences;

    OrderCases(FindOrder orders, FindPayment payments, OrderConsequences consequences) {
        this.orders = orders;
        this.payments = payments;
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

    OrderConsequences consequences() {
        return consequences;
    }
}
