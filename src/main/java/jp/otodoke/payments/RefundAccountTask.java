package jp.otodoke.payments;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskField;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.payments.RefundEntry.Route;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;

/** A refund is to be transferred, and the customer is asked for an account, or leaves the money as balance. */
@Component
class RefundAccountTask implements TaskKind {
    static final String TYPE = "refund-account";

    private static final String ACCOUNT = "ACCOUNT";

    private final Tasks tasks;
    private final Refunds refunds;
    private final GivePayeeAccount givePayeeAccount;
    private final RejectRefund rejectRefund;
    private final AskForRefund askForRefund;

    RefundAccountTask(
            Tasks tasks,
            Refunds refunds,
            GivePayeeAccount givePayeeAccount,
            RejectRefund rejectRefund,
            AskForRefund askForRefund) {
        this.tasks = tasks;
        this.refunds = refunds;
        this.givePayeeAccount = givePayeeAccount;
        this.rejectRefund = rejectRefund;
        this.askForRefund = askForRefund;
    }

    static String key(long refund) {
        return "refund-account:" + refund;
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
        return List.of(ACCOUNT, "BALANCE");
    }

    @Override
    public List<TaskField> fields(String decision) {
        return decision.equals(ACCOUNT) ? PayeeFields.all(true) : List.of();
    }

    /** Each customer has an account of his own. */
    @Override
    public boolean manyAtOnce(String decision) {
        return !decision.equals(ACCOUNT);
    }

    @Override
    public void decide(TaskDecision decision) {
        refund(decision.task()).ifPresent(refund -> {
            if (decision.code().equals(ACCOUNT)) {
                givePayeeAccount.give(refund.id(), Objects.requireNonNull(PayeeFields.in(decision)), decision.staff());
            } else {
                toBalance(refund, decision.staff());
            }
        });
    }

    private void toBalance(Refund refund, String by) {
        rejectRefund.reject(
                refund.id(), BilingualText.of("refund.to-balance-instead").japanese(), by);
        askForRefund.ask(new NewRefund(refund.order(), refund.amount(), Route.BALANCE, refund.reason(), null), by);
    }

    @Override
    public BilingualText consequences(List<OpenTask> open, String decision) {
        var sum = Yen.sum(open.stream().flatMap(task -> refund(task).stream()).toList(), Refund::amount);
        var route = decision.equals(ACCOUNT) ? Route.TRANSFER : Route.BALANCE;
        return sum.isZero()
                ? BilingualText.asWritten("")
                : BilingualText.of("task.then.gives-back", sum, BilingualText.of("refund-route." + route));
    }

    private Optional<Refund> refund(OpenTask task) {
        return RefundOfTask.id(tasks.key(task.id())).flatMap(refunds::find);
    }
}
