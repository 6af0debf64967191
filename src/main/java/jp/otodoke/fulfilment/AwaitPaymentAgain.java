package jp.otodoke.fulfilment;

import java.util.List;
import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.payments.FindPayment;
import jp.otodoke.payments.PaymentReversed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes an order whose payment was reversed back to where it waits for payment, unless the warehouse has it. */
@Component
class AwaitPaymentAgain {
    private final FindOrder orders;
    private final FindPayment payments;
    private final AllocateOrder allocateOrder;
    private final AdvanceOrder advance;
    private final ApplicationEventPublisher events;

    AwaitPaymentAgain(
            FindOrder orders,
            FindPayment payments,
            AllocateOrder allocateOrder,
            AdvanceOrder advance,
            ApplicationEventPublisher events) {
        this.orders = orders;
        this.payments = payments;
        this.allocateOrder = allocateOrder;
        this.advance = advance;
        this.events = events;
    }

    @EventListener
    void on(PaymentReversed reversed) {
        var number = reversed.orderNumber();
        var progress = orders.get(number).progress();
        var waitsForGoods = progress == OrderStatus.AWAITING_STOCK || progress == OrderStatus.READY;
        if (waitsForGoods && !payments.get(number).secured()) {
            allocateOrder.release(number);
            advance.advanceTo(List.of(number), OrderStatus.AWAITING_PAYMENT);
            events.publishEvent(new OrderSignal(OrderSignal.Kind.CHANGED, List.of(number)));
        }
    }
}
