package jp.otodoke.fulfilment.process;

import java.util.Collection;
import jp.otodoke.fulfilment.ShipmentSignal;
import jp.otodoke.shared.ShipmentNumber;
import jp.otodoke.workflow.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Starts shipment processes and delivers messages to them; no other class does. Messages that no process waits for
 * are ignored.
 */
@Component
class ShipmentProcess {
    static final String PROCESS = "shipment";
    static final String ACKNOWLEDGED = "acknowledged";
    static final String SHIPPED = "shipped";
    static final String DELIVERED = "delivered";
    static final String DELIVERY_EXCEPTION = "delivery-exception";
    static final String CANCEL_REQUESTED = "cancel-requested";
    static final String CANCEL_ANSWERED = "cancel-answered";
    static final String PARCEL_CANCELLED = "parcel-cancelled";
    static final String OVERDUE = "overdue";
    static final String MOVED_ON = "moved-on";

    private final Processes processes;

    ShipmentProcess(Processes processes) {
        this.processes = processes;
    }

    @EventListener
    void on(ShipmentSignal signal) {
        var parcels =
                signal.shipmentNumbers().stream().map(ShipmentNumber::value).toList();
        switch (signal.kind()) {
            case PLANNED -> processes.start(PROCESS, parcels);
            case ACKNOWLEDGED -> moved(ACKNOWLEDGED, parcels);
            case SHIPPED -> moved(SHIPPED, parcels);
            case DELIVERED -> moved(DELIVERED, parcels);
            case DELIVERY_EXCEPTION -> moved(DELIVERY_EXCEPTION, parcels);
            case DELIVERY_EXCEPTION_OVER, RESULT_CLOSED -> deliver(MOVED_ON, parcels);
            case CANCEL_REQUESTED -> deliver(CANCEL_REQUESTED, parcels);
            case CANCEL_ANSWERED -> moved(CANCEL_ANSWERED, parcels);
            case CANCELLED -> deliver(PARCEL_CANCELLED, parcels);
            case OVERDUE -> deliver(OVERDUE, parcels);
        }
    }

    /** Progress also closes tasks that were opened because there was none. */
    private void moved(String message, Collection<String> parcels) {
        deliver(MOVED_ON, parcels);
        deliver(message, parcels);
    }

    private void deliver(String message, Collection<String> parcels) {
        processes.deliver(PROCESS, message, parcels);
    }
}
