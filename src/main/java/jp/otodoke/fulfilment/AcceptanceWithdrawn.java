package jp.otodoke.fulfilment;

import java.time.Duration;
import java.util.List;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.orders.CancelReason;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.ShipmentNumber;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Opens a task when the warehouse rejects an instruction that it had accepted: it is sent again in a new revision,
 * given up, or the warehouse ships it after all.
 */
@Component
class AcceptanceWithdrawn implements TaskKind {
    static final String TYPE = "acceptance-withdrawn";

    private static final String RESEND = "RESEND";
    private static final String CANCEL = "CANCEL";
    private static final String KEEP = "KEEP";

    private final ObjectProvider<Inbox> inbox;
    private final Shipments shipments;
    private final InstructWarehouse instruct;
    private final WithdrawShipment withdraw;
    private final BusinessClock clock;

    AcceptanceWithdrawn(
            ObjectProvider<Inbox> inbox,
            Shipments shipments,
            InstructWarehouse instruct,
            WithdrawShipment withdraw,
            BusinessClock clock) {
        this.inbox = inbox;
        this.shipments = shipments;
        this.instruct = instruct;
        this.withdraw = withdraw;
        this.clock = clock;
    }

    void ask(Shipment shipment) {
        inbox.getObject()
                .open(NewTask.of(
                                TYPE,
                                key(shipment),
                                ShipmentSubject.of(shipment.number()),
                                BilingualText.of(
                                        "task.acceptance-withdrawn.reason",
                                        shipment.number(),
                                        shipment.rejectCode(),
                                        shipment.rejectText()))
                        .linkedTo(OrderSubject.all(shipment.orderNumbers()))
                        .dueAt(clock.instant().plus(Duration.ofHours(4)))
                        .urgent(1));
    }

    /** The warehouse has accepted or shipped it after all. */
    void over(Shipment shipment) {
        inbox.getObject().resolve(key(shipment));
    }

    private static String key(Shipment shipment) {
        return TYPE + ":" + shipment.number() + ":" + shipment.revision();
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subjectKind() {
        return ShipmentSubject.KIND;
    }

    @Override
    public StaffGroup group() {
        return StaffGroup.SHIPPING;
    }

    @Override
    public List<String> decisions() {
        return List.of(RESEND, KEEP, CANCEL);
    }

    @Override
    public void decide(TaskDecision decision) {
        var number = ShipmentNumber.of(decision.task().subject().key());
        var shipment = shipments.findById(number).orElseThrow();
        if (!shipment.acceptanceWithdrawn()) {
            return;
        }
        switch (decision.code()) {
            case RESEND -> instruct.instruct(number);
            case KEEP -> {
                shipment.accept(clock.instant());
                shipments.saveAndFlush(shipment);
            }
            default ->
                withdraw.cancelGoods(
                        number,
                        shipment.orderNumbers(),
                        new CancelReason(
                                CancelReason.Cause.UNDELIVERABLE,
                                BilingualText.of("cancel.reason.warehouse-refused", shipment.rejectText())));
        }
    }
}
