package jp.otodoke.desk.order.api;

import java.util.ArrayList;
import jp.otodoke.desk.order.api.OrderRequest.DeliveryPart;
import jp.otodoke.desk.order.api.OrderRequest.LinePart;
import jp.otodoke.desk.order.api.OrderRequest.PaymentPart;
import jp.otodoke.fulfilment.ChangeRequests;
import jp.otodoke.fulfilment.RequestOrderCancel;
import jp.otodoke.fulfilment.SplitShipment;
import jp.otodoke.fulfilment.UndoSplit;
import jp.otodoke.orders.ChangeOrder;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ShipmentNumber;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;
import jp.otodoke.staff.CurrentStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The actions on an order: cancel, hold, release, change. */
@RestController
@RequestMapping("/api/v1/orders/{number}")
class OrderActionsApi {
    private final RequestOrderCancel cancel;
    private final ChangeRequests changes;
    private final SplitShipment splitShipment;
    private final UndoSplit undoSplit;
    private final OrderResponses responses;
    private final FindOrder findOrder;
    private final OrderRequestReader reader;
    private final CurrentStaff staff;

    OrderActionsApi(
            RequestOrderCancel cancel,
            ChangeRequests changes,
            SplitShipment splitShipment,
            UndoSplit undoSplit,
            OrderResponses responses,
            FindOrder findOrder,
            OrderRequestReader reader,
            CurrentStaff staff) {
        this.cancel = cancel;
        this.changes = changes;
        this.splitShipment = splitShipment;
        this.undoSplit = undoSplit;
        this.responses = responses;
        this.findOrder = findOrder;
        this.reader = reader;
        this.staff = staff;
    }

    /** 200 if cancelled; 202 if the warehouse has it and its answer decides; 409 if it has been shipped. */
    @PostMapping("/cancel")
    ResponseEntity<OrderResponse> cancel(
            @PathVariable OrderNumber number, @RequestBody(required = false) @Nullable Reason reason) {
        var outcome = cancel.request(number, text(reason, "order.cancel.reason.default"), staff.name());
        var status = outcome == RequestOrderCancel.Outcome.CANCELLED ? HttpStatus.OK : HttpStatus.ACCEPTED;
        return ResponseEntity.status(status).body(responses.of(number));
    }

    @PostMapping("/hold")
    OrderResponse hold(@PathVariable OrderNumber number, @RequestBody(required = false) @Nullable Reason reason) {
        changes.hold(number, text(reason, "order.hold.reason.default"), staff.name());
        return responses.of(number);
    }

    @PostMapping("/release")
    OrderResponse release(@PathVariable OrderNumber number) {
        changes.release(number, staff.name());
        return responses.of(number);
    }

    /**
     * Splits a planned shipment that waits for stock: what is there leaves now. 409 if it doesn't wait or nothing of it is
     * there.
     */
    @PostMapping("/split")
    OrderResponse split(@PathVariable OrderNumber number, @RequestBody Named shipment) {
        splitShipment.split(number, shipment.number(), staff.name());
        return responses.of(number);
    }

    /** The shipment that was split off leaves with the rest again. 409 if that has been released. */
    @PostMapping("/unsplit")
    OrderResponse unsplit(@PathVariable OrderNumber number, @RequestBody Named shipment) {
        undoSplit.undo(number, shipment.number(), staff.name());
        return responses.of(number);
    }

    /**
     * A given field replaces the current value; a missing field leaves it unchanged, and an empty text removes it.
     * If there are several destinations, the first one is changed.
     */
    @PatchMapping
    OrderResponse change(@PathVariable OrderNumber number, @RequestBody Change change) {
        var problems = new ArrayList<FieldProblem>();
        var destination = reader.changed(change.delivery(), findOrder.firstDestination(number), problems);
        var payment = change.payment();
        var method = payment == null || payment.method() == null ? null : reader.method(payment.method(), problems);
        var lines = change.lines() == null ? null : reader.lines(change.lines(), problems);
        var asked = new ChangeOrder.Changes(
                lines,
                0,
                true,
                destination.deliveryDate(),
                destination.timeSlot(),
                destination.recipient(),
                destination.packing(),
                method,
                payment == null
                        ? null
                        : reader.token(payment, method, findOrder.get(number).customerNumber(), problems),
                change.points() == null ? null : Yen.of(change.points()),
                change.coupon());
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        changes.change(number, asked, staff.name());
        return responses.of(number);
    }

    private static String text(@Nullable Reason reason, String otherwise) {
        return reason == null || TextNormalizer.blank(reason.reason())
                ? BilingualText.of(otherwise).japanese()
                : TextNormalizer.clean(reason.reason());
    }

    record Reason(@Nullable String reason) {}

    record Named(@Nullable String shipmentNumber) {
        ShipmentNumber number() {
            if (shipmentNumber == null || TextNormalizer.blank(shipmentNumber)) {
                throw new InvalidInput(
                        "shipmentNumber", "required", BilingualText.of("order.problem.shipment.required"));
            }
            return ShipmentNumber.of(shipmentNumber);
        }
    }

    /**
     * @param points that the order redeems; 0 for none
     * @param coupon code of the coupon that it uses; empty for none
     */
    record Change(
            java.util.@Nullable List<@Nullable LinePart> lines,
            @Nullable DeliveryPart delivery,
            @Nullable PaymentPart payment,
            @Nullable Long points,
            @Nullable String coupon) {}
}
