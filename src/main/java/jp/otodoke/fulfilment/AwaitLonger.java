package jp.otodoke.fulfilment;

import java.util.List;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.payments.PaymentTermExtended;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An order that awaits its payment is not given up on the old day when its customer has got a later one. */
@Component
class AwaitLonger {
    private final FindOrder orders;
    private final ApplicationEventPublisher events;

    AwaitLonger(FindOrder orders, ApplicationEventPublisher events) {
        this.orders = orders;
        this.events = events;
    }

    @EventListener
    void on(PaymentTermExtended extended) {
        var number = extended.orderNumber();
        if (orders.get(number).progress() == OrderStatus.AWAITING_PAYMENT) {
            events.publishEvent(new OrderSignal(OrderSignal.Kind.CHANGED, List.of(number)));
        }
    }
}
