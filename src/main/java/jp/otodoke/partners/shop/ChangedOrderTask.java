package jp.otodoke.partners.shop;

import java.util.List;
import java.util.Objects;
import jp.otodoke.fulfilment.ChangeRequests;
import jp.otodoke.fulfilment.RequestOrderCancel;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.TextNormalizer;
import org.springframework.stereotype.Component;

/**
 * The shop sends an order with another content than before. What was taken first holds until a person decides: it is held
 * so that it can be changed before it leaves, cancelled, or goes on as it is.
 */
@Component
class ChangedOrderTask implements TaskKind {
    static final String TYPE = "order-changed-at-shop";

    private final ChangeRequests changes;
    private final RequestOrderCancel cancel;

    ChangedOrderTask(ChangeRequests changes, RequestOrderCancel cancel) {
        this.changes = changes;
        this.cancel = cancel;
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
        return StaffGroup.ORDERS;
    }

    @Override
    public List<String> decisions() {
        return List.of("HOLD", "KEEP", "CANCEL");
    }

    /** Which differences do not matter, or were taken over by hand, is kept nowhere else. */
    @Override
    public boolean commentRequired(String decision) {
        return decision.equals("KEEP");
    }

    @Override
    public void decide(TaskDecision decision) {
        var order = OrderNumber.of(decision.task().subject().key());
        switch (decision.code()) {
            case "HOLD" -> changes.hold(order, reason(decision), decision.staff());
            case "CANCEL" -> cancel.request(order, reason(decision), decision.staff());
            default -> {
                // The order goes on as it is; the comment says why.
            }
        }
    }

    private static String reason(TaskDecision decision) {
        return Objects.requireNonNullElse(
                TextNormalizer.orNull(decision.comment()),
                BilingualText.of("shop.changed.reason").japanese());
    }
}
