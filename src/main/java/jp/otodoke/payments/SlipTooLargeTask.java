package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.orders.ChangePaymentMethod;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** An order owes more than a convenience store takes: its customer transfers the money, or it is agreed otherwise. */
@Component
class SlipTooLargeTask implements TaskKind {
    static final String TYPE = "slip-too-large";

    private static final String BANK_TRANSFER = "BANK_TRANSFER";
    private static final String AGREED = "AGREED";

    private final Payments payments;
    private final ChangePaymentMethod changePaymentMethod;
    private final PaymentTerms terms;
    private final ApplicationEventPublisher events;

    SlipTooLargeTask(
            Payments payments,
            ChangePaymentMethod changePaymentMethod,
            PaymentTerms terms,
            ApplicationEventPublisher events) {
        this.payments = payments;
        this.changePaymentMethod = changePaymentMethod;
        this.terms = terms;
        this.events = events;
    }

    static String key(OrderNumber order) {
        return TYPE + ":" + order;
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
        return List.of(BANK_TRANSFER, AGREED);
    }

    @Override
    public boolean commentRequired(String decision) {
        return decision.equals(AGREED);
    }

    /** The customer may change back. */
    @Override
    public boolean mayRecur(String decision) {
        return true;
    }

    /**
     * The process of the order asks for the transfer.
     *
     * @throws Refusal if nothing is owed any more (conflict)
     */
    @Override
    public void decide(TaskDecision decision) {
        if (decision.code().equals(BANK_TRANSFER)) {
            var number = OrderNumber.of(decision.task().subject().key());
            var payment = payments.findById(number).orElseThrow();
            if (!payment.open().isPositive()) {
                throw Refusal.conflict("slip.refused.nothing-owed", number);
            }
            payment.payBy(PaymentMethod.BANK_TRANSFER, null);
            payment.dueBy(terms.lastDay(PaymentMethod.BANK_TRANSFER));
            changePaymentMethod.change(number, PaymentMethod.BANK_TRANSFER, decision.staff());
            payments.saveAndFlush(payment);
            events.publishEvent(new PaymentTermExtended(number));
        }
    }

    @Override
    public BilingualText consequences(List<OpenTask> tasks, String decision) {
        var open = Yen.sum(payments.findAllById(OrderSubject.in(tasks)), payment -> payment.open()
                .max(Yen.ZERO));
        return BilingualText.of(
                decision.equals(BANK_TRANSFER) ? "task.then.asks-for-transfer" : "task.then.unpaid", open);
    }
}
