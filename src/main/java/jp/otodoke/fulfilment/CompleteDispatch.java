package jp.otodoke.fulfilment;

import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Timeline;
import jp.otodoke.payments.CaptureOnShipment;
import jp.otodoke.payments.ReportDeferred;
import jp.otodoke.platform.mail.MailRequested;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.DayFormat;
import jp.otodoke.shared.ShipmentNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Completes a dispatch: captures the card payment, reports the parcel to the provider of 後払い and notifies the customer. */
@Component
public class CompleteDispatch {
    private final Shipments shipments;
    private final FindOrder orders;
    private final CaptureOnShipment captureOnShipment;
    private final ReportDeferred reportDeferred;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    CompleteDispatch(
            Shipments shipments,
            FindOrder orders,
            CaptureOnShipment captureOnShipment,
            ReportDeferred reportDeferred,
            Timeline timeline,
            ApplicationEventPublisher events) {
        this.shipments = shipments;
        this.orders = orders;
        this.captureOnShipment = captureOnShipment;
        this.reportDeferred = reportDeferred;
        this.timeline = timeline;
        this.events = events;
    }

    @Transactional
    public void shipped(ShipmentNumber shipmentNumber) {
        var shipment = shipments.findById(shipmentNumber).orElseThrow();
        var numbers = shipment.orderNumbers();
        captureOnShipment.shipped(numbers);
        reportDeferred.left(numbers, shipment.carrier(), shipment.trackingNumber());
        var carrier = BilingualText.named("carrier", shipment.carrier());
        var day = shipment.deliveryDate();
        var entries = new ArrayList<Timeline.Entry>();
        for (var number : numbers) {
            var order = orders.get(number);
            entries.add(new Timeline.Entry(
                    order.number(),
                    "SHIPPED",
                    BilingualText.of("timeline.shipped", carrier, shipment.trackingNumber()),
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
                                "orderNumber", order.number().value(),
                                "carrier", carrier.japanese(),
                                "trackingNumber", Objects.requireNonNullElse(shipment.trackingNumber(), ""),
                                "deliveryDate",
                                        day == null ? "" : DayFormat.of(day).japanese())));
            }
        }
        timeline.add(entries);
    }
}
