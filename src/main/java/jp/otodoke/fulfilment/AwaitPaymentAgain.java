package jp.otodoke.fulfilment;

import java.util.List;
import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.payments.FindPayment;
import jp.otodoke.payments.PaymentReversed;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Takes an order whose payment was reversed back to where it waits for payment. What the warehouse has and has not shipped
 * yet is asked back from there first.
 */
@Component
class AwaitPaymentAgain {
    private final FindOrder orders;
    private final FindPayment payments;
    private final AllocateOrder allocateOrder;
    private final AdvanceOrder advance;
    private final RequestOrderCancel requestOrderCancel;
    private final ApplicationEventPublisher events;

    AwaitPaymentAgain(
            FindOrder orders,
            FindPayment payments,
            AllocateOrder allocateOrder,
            AdvanceOrder advance,
            RequestOrderCancel requestOrderCancel,
            ApplicationEventPublisher events) {
        this.orders = orders;
        this.payments = payments;
        this.allocateOrder = allocateOrder;
        this.advance = advance;
        this.requestOrderCancel = requestOrderCancel;
        this.events = events;
    }

    @EventListener
    void on(PaymentReversed reversed) {
        var number = reversed.orderNumber();
        var progress = orders.get(number).progress();
        if (payments.get(number).secured()) {
            return;
        }
        requestOrderCancel.stopAtWarehouses(
                number, BilingualText.of("cancel.reason.payment-reversed").japanese(), CurrentStaff.SYSTEM);
        var waitsForGoods = progress == OrderStatus.AWAITING_STOCK || progress == OrderStatus.READY;
        if (waitsForGoods) {
            allocateOrder.release(number);
            advance.advanceTo(List.of(number), OrderStatus.AWAITING_PAYMENT);
            events.publishEvent(new OrderSignal(OrderSignal.Kind.CHANGED, List.of(number)));
        }
    }
}
