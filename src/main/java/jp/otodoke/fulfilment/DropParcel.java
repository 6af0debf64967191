package jp.otodoke.fulfilment;

import java.util.List;
import jp.otodoke.orders.CancelOrder;
import jp.otodoke.shared.BusinessClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The warehouse refused a parcel and staff give it up, with the orders in it. */
@Component
public class DropParcel {
    private final Shipments shipments;
    private final CancelOrder cancelOrder;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    DropParcel(Shipments shipments, CancelOrder cancelOrder, ApplicationEventPublisher events, BusinessClock clock) {
        this.shipments = shipments;
        this.cancelOrder = cancelOrder;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void drop(String shipmentNumber) {
        var shipment = shipments.findById(shipmentNumber).orElseThrow();
        shipment.cancelAnswered(CancelResult.CANCELLED, clock.instant());
        shipments.saveAndFlush(shipment);
        for (var order : shipment.orderNumbers()) {
            cancelOrder.cancel(order, "倉庫で出荷できません: " + shipment.rejectText(), "staff");
            events.publishEvent(new OrderNews(OrderNews.Kind.CANCEL, List.of(order)));
        }
    }
}
