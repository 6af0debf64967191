package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskField;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;

/** A card was authorised at a shop for an order that is cancelled: staff void it there, and record with which reference. */
@Component
class ShopAuthorisationTask implements TaskKind {
    static final String TYPE = "shop-authorisation-to-void";

    private static final String AMOUNT = "voidedAmount";
    private static final String REFERENCE = "voidReference";

    private final Tasks tasks;
    private final Timeline timeline;

    ShopAuthorisationTask(Tasks tasks, Timeline timeline) {
        this.tasks = tasks;
        this.timeline = timeline;
    }

    /** With the amount that is to be voided, as the payment forgets it. */
    static String key(Payment payment) {
        return "shop-authorisation:" + payment.orderNumber() + ":"
                + payment.authorised().amount();
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
        return List.of("VOIDED", "EXPIRED");
    }

    @Override
    public List<TaskField> fields(String decision) {
        return decision.equals("VOIDED")
                ? List.of(
                        TaskField.required(AMOUNT, TaskField.Kind.YEN),
                        TaskField.required(REFERENCE, TaskField.Kind.TEXT))
                : List.of();
    }

    @Override
    public boolean commentRequired(String decision) {
        return decision.equals("EXPIRED");
    }

    /** Each void has its own amount and reference. */
    @Override
    public boolean manyAtOnce() {
        return false;
    }

    @Override
    public void decide(TaskDecision decision) {
        if (!decision.code().equals("VOIDED")) {
            return;
        }
        var voided = TaskField.yen(decision.input(AMOUNT));
        var authorised = authorised(decision.task());
        if (authorised.isPositive() && !voided.equals(authorised)) {
            throw new InvalidInput(AMOUNT, "invalid", BilingualText.of("payment.shop-void.amount", authorised, voided));
        }
        timeline.add(
                OrderNumber.of(decision.task().subject().key()),
                "SHOP_AUTHORISATION_VOIDED",
                BilingualText.of("timeline.shop-authorisation-voided", voided, decision.input(REFERENCE)),
                decision.staff());
    }

    @Override
    public BilingualText consequences(List<OpenTask> open, String decision) {
        var amount = Yen.sum(open, this::authorised);
        return amount.isPositive()
                ? BilingualText.of("task.then.shop-authorised", amount)
                : BilingualText.asWritten("");
    }

    /** Zero if the task was opened before amounts were noted. */
    private Yen authorised(OpenTask task) {
        var parts = tasks.key(task.id()).split(":", -1);
        return parts.length > 2 ? Yen.of(Long.parseLong(parts[2])) : Yen.ZERO;
    }
}
