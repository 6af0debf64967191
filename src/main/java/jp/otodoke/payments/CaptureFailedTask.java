package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.orders.OrderCancelled;
import jp.otodoke.orders.OrderReturned;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Goods have shipped, but the card was not charged: it is charged again, or the customer pays in another way. */
@Component
class CaptureFailedTask implements TaskKind {
    static final String TYPE = "capture-failed";

    private static final String CAPTURE = "CAPTURE";
    private static final String AUTHORISE = "AUTHORISE";
    private static final String BANK_TRANSFER = "BANK_TRANSFER";
    private static final String RECEIVED = "RECEIVED";

    /** What can be decided where nothing is authorised that could be captured. */
    static final List<String> WITHOUT_AUTHORISATION = List.of(AUTHORISE, BANK_TRANSFER, RECEIVED);

    private final CollectShipped collect;
    private final Payments payments;
    private final Inbox inbox;

    CaptureFailedTask(CollectShipped collect, Payments payments, Inbox inbox) {
        this.collect = collect;
        this.payments = payments;
        this.inbox = inbox;
    }

    /** @param captures how often it was tried: each refusal is a task of its own, as the one before may have been decided */
    static String key(String transactionNo, int captures) {
        return String.join(":", TYPE, transactionNo, String.valueOf(captures));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subjectKind() {
        return OrderSubject.KIND;
    }

    @Override
    public StaffGroup group() {
        return StaffGroup.ACCOUNTING;
    }

    @Override
    public List<String> decisions() {
        return List.of(CAPTURE, AUTHORISE, BANK_TRANSFER, RECEIVED);
    }

    @Override
    public void decide(TaskDecision decision) {
        var order = OrderNumber.of(decision.task().subject().key());
        switch (decision.code()) {
            case CAPTURE -> collect.captureAgain(order);
            case AUTHORISE -> collect.authoriseAgain(order);
            case BANK_TRANSFER -> collect.byTransfer(order, decision.staff());
            case RECEIVED -> collect.received(order, decision.staff());
            default -> throw new IllegalArgumentException("No decision about a failed capture: " + decision.code());
        }
    }

    @Override
    public BilingualText consequences(List<OpenTask> tasks, String decision) {
        var orders = OrderSubject.in(tasks);
        var open =
                Yen.sum(payments.findAllById(orders), payment -> payment.open().max(Yen.ZERO));
        return switch (decision) {
            case CAPTURE, AUTHORISE -> BilingualText.of("task.then.charges-card", open);
            case BANK_TRANSFER -> BilingualText.of("task.then.asks-for-transfer", open);
            default -> BilingualText.of("task.then.books-received", open);
        };
    }

    @EventListener
    void on(PaymentSettled settled) {
        close(settled.orderNumber());
    }

    @EventListener
    void on(PaymentsSettled settled) {
        inbox.resolve(TYPE, OrderSubject.KIND, settled.keys());
    }

    @EventListener
    @Order(2)
    void on(OrderCancelled cancelled) {
        closeIfSettled(cancelled.orderNumber());
    }

    @EventListener
    @Order(2)
    void on(OrderReturned returned) {
        closeIfSettled(returned.orderNumber());
    }

    private void closeIfSettled(OrderNumber order) {
        payments.findById(order).filter(Payment::settled).ifPresent(payment -> close(order));
    }

    /** What was declined is being tried again, or paid in another way. */
    void close(OrderNumber order) {
        inbox.close(TYPE, OrderSubject.of(order));
    }
}
