package jp.otodoke.fulfilment;

import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Timeline;
import jp.otodoke.payments.SettleShipped;
import jp.otodoke.shared.DayInWords;
import jp.otodoke.shared.MailRequested;
import jp.otodoke.shared.Words;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The parcel has left: the card is captured and the customer is told. */
@Component
public class AfterShipping {
    private final Shipments shipments;
    private final FindOrder orders;
    private final SettleShipped settle;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    AfterShipping(
            Shipments shipments,
            FindOrder orders,
            SettleShipped settle,
            Timeline timeline,
            ApplicationEventPublisher events) {
        this.shipments = shipments;
        this.orders = orders;
        this.settle = settle;
        this.timeline = timeline;
        this.events = events;
    }

    @Transactional
    public void shipped(String shipmentNumber) {
        var shipment = shipments.findById(shipmentNumber).orElseThrow();
        var numbers = shipment.orderNumbers();
        settle.shipped(numbers);
        var carrier = Words.named("carrier", shipment.carrier());
        var day = shipment.deliveryDate();
        var entries = new ArrayList<Timeline.Entry>();
        for (var number : numbers) {
            var order = orders.get(number);
            entries.add(new Timeline.Entry(
                    order.number(),
                    "SHIPPED",
                    Words.of("timeline.shipped", carrier, shipment.trackingNumber()),
                    "warehouse"));
            var to = order.buyerEmail();
            if (to != null) {
                events.publishEvent(new MailRequested(
                        "shipped:" + shipmentNumber + ":" + order.number(),
                        to,
                        "shipped",
                        order.number(),
                        Map.of(
                                "name", order.buyerName(),
                                "orderNumber", order.number(),
                                "carrier", carrier.japanese(),
                                "trackingNumber", Objects.requireNonNullElse(shipment.trackingNumber(), ""),
                                "deliveryDate",
                                        day == null ? "" : DayInWords.of(day).japanese())));
            }
        }
        timeline.add(entries);
    }
}
