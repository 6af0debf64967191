package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;

/** A store's payment was taken back when the goods had left: the customer is asked for the money again, or it is agreed otherwise. */
@Component
class SlipWithdrawnTask implements TaskKind {
    static final String TYPE = "slip-withdrawn";

    private static final String ASK_AGAIN = "ASK_AGAIN";
    private static final String AGREED = "AGREED";

    private final Payments payments;
    private final FindOrder orders;
    private final RequestPayment requestPayment;

    SlipWithdrawnTask(Payments payments, FindOrder orders, RequestPayment requestPayment) {
        this.payments = payments;
        this.orders = orders;
        this.requestPayment = requestPayment;
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
        return List.of(ASK_AGAIN, AGREED);
    }

    @Override
    public boolean commentRequired(String decision) {
        return decision.equals(AGREED);
    }

    /** @throws Refusal if nothing is owed any more (conflict) */
    @Override
    public void decide(TaskDecision decision) {
        if (decision.code().equals(ASK_AGAIN)) {
            var number = OrderNumber.of(decision.task().subject().key());
            var payment = payments.findById(number).orElseThrow();
            if (!payment.open().isPositive()) {
                throw Refusal.conflict("slip.refused.nothing-owed", number);
            }
            requestPayment.again(payment, orders.get(number));
            payments.saveAndFlush(payment);
        }
    }

    @Override
    public BilingualText consequences(List<OpenTask> tasks, String decision) {
        var open = Yen.sum(payments.findAllById(OrderSubject.in(tasks)), payment -> payment.open()
                .max(Yen.ZERO));
        return BilingualText.of("task.then.unpaid", open);
    }
}
