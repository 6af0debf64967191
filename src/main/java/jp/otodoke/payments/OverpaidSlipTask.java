package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.PaymentAllocation.Reason;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;

/** Two slips for the same due, invoice or fee were paid: what is beyond it is given back. */
@Component
class OverpaidSlipTask implements TaskKind {
    static final String TYPE = "slip-overpaid";

    private static final String REFUNDED = "REFUNDED";

    private final PaymentSlips slips;
    private final Receivables receivables;
    private final AllocatePayments allocatePayments;

    OverpaidSlipTask(PaymentSlips slips, Receivables receivables, AllocatePayments allocatePayments) {
        this.slips = slips;
        this.receivables = receivables;
        this.allocatePayments = allocatePayments;
    }

    static String key(ReceivableNumber receivable) {
        return TYPE + ":" + receivable;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subjectKind() {
        return SlipSubject.KIND;
    }

    @Override
    public StaffGroup group() {
        return StaffGroup.ACCOUNTING;
    }

    @Override
    public List<String> decisions() {
        return List.of(REFUNDED);
    }

    /** Once it is given back, another slip may be paid. */
    @Override
    public boolean mayRecur(String decision) {
        return true;
    }

    /** @throws Refusal if nothing is to be given back any more (conflict) */
    @Override
    public void decide(TaskDecision decision) {
        var receivable = receivable(decision.task());
        var over = receivable.open().negated();
        if (!over.isPositive()) {
            throw Refusal.conflict("slip.refused.nothing-over", receivable.number());
        }
        allocatePayments.allocate(
                receivable,
                new PaymentAllocation(
                        "refund:task:" + decision.task().id(),
                        receivable.number(),
                        Reason.REFUNDED,
                        Account.BANK,
                        over.negated(),
                        null,
                        null,
                        null,
                        decision.staff()));
    }

    private Receivable receivable(OpenTask task) {
        var slip = slips.find(SlipNumber.of(task.subject().key())).orElseThrow();
        return receivables.findById(slip.receivable()).orElseThrow();
    }

    @Override
    public BilingualText consequences(List<OpenTask> tasks, String decision) {
        return BilingualText.of(
                "task.then.books-refund",
                Yen.sum(tasks, task -> receivable(task).open().negated()));
    }
}
