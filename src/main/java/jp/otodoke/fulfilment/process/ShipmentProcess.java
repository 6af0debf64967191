package jp.otodoke.fulfilment.process;

import java.util.Collection;
import java.util.List;
import jp.otodoke.fulfilment.ShipmentSignal;
import jp.otodoke.shared.ShipmentNumber;
import jp.otodoke.workflow.Processes;
import jp.otodoke.workflow.WakeProcesses;
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
    private final WakeProcesses wakeProcesses;

    ShipmentProcess(Processes processes, WakeProcesses wakeProcesses) {
        this.processes = processes;
        this.wakeProcesses = wakeProcesses;
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
            case DELIVERY_EXCEPTION_OVER, RESULT_CLOSED -> wake(parcels, MOVED_ON);
            case CANCEL_REQUESTED -> deliver(CANCEL_REQUESTED, parcels);
            case CANCEL_ANSWERED -> moved(CANCEL_ANSWERED, parcels);
            case CANCELLED -> wake(parcels, PARCEL_CANCELLED);
            case OVERDUE -> deliver(OVERDUE, parcels);
        }
    }

    /** Progress also closes tasks that were opened because there was none. */
    private void moved(String message, Collection<String> parcels) {
        wake(parcels, MOVED_ON, message);
    }

    /** What people or deadlines do: refused as a whole if the next step fails. */
    private void deliver(String message, Collection<String> parcels) {
        processes.deliver(PROCESS, message, parcels);
    }

    /** What partners report: true whatever becomes of the next step. */
    private void wake(Collection<String> parcels, String... messages) {
        wakeProcesses.wake(PROCESS, List.of(messages), parcels);
    }
}
