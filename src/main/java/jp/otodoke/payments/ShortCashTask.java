package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;

/** The carrier has collected less than an order owes: the customer transfers the rest, or it is written off. */
@Component
class ShortCashTask implements TaskKind {
    static final String TYPE = "cod-short";

    private static final String BANK_TRANSFER = "BANK_TRANSFER";
    private static final String WRITE_OFF = "WRITE_OFF";

    private final Payments payments;
    private final CollectShipped collect;
    private final WriteOff writeOff;

    ShortCashTask(Payments payments, CollectShipped collect, WriteOff writeOff) {
        this.payments = payments;
        this.collect = collect;
        this.writeOff = writeOff;
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
        return List.of(BANK_TRANSFER, WRITE_OFF);
    }

    @Override
    public boolean commentRequired(String decision) {
        return decision.equals(WRITE_OFF);
    }

    /** The carrier may collect too little once more, with the next parcel. */
    @Override
    public boolean mayRecur(String decision) {
        return true;
    }

    @Override
    public void decide(TaskDecision decision) {
        var order = OrderNumber.of(decision.task().subject().key());
        if (decision.code().equals(BANK_TRANSFER)) {
            collect.byTransfer(order, decision.staff());
        } else {
            writeOff.writeOff(order, String.valueOf(decision.comment()), decision.staff());
        }
    }

    @Override
    public BilingualText consequences(List<OpenTask> tasks, String decision) {
        var open = Yen.sum(payments.findAllById(OrderSubject.in(tasks)), payment -> payment.open()
                .max(Yen.ZERO));
        return BilingualText.of(
                decision.equals(WRITE_OFF) ? "task.then.writes-off" : "task.then.asks-for-transfer", open);
    }
}
