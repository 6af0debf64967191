package jp.otodoke.fulfilment;

import java.util.List;
import java.util.Objects;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.TextNormalizer;
import org.springframework.stereotype.Component;

/** A wave could not release the order: it is released after all, held or cancelled. */
@Component
class WaveOrderFailedTask implements TaskKind {
    static final String TYPE = "wave-order-failed";

    private final ReleaseExcludedOrder release;
    private final WaveExclusions exclusions;
    private final ChangeRequests changes;
    private final RequestOrderCancel cancel;

    WaveOrderFailedTask(
            ReleaseExcludedOrder release,
            WaveExclusions exclusions,
            ChangeRequests changes,
            RequestOrderCancel cancel) {
        this.release = release;
        this.exclusions = exclusions;
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
        return StaffGroup.SHIPPING;
    }

    @Override
    public List<String> decisions() {
        return List.of("RETRY", "HOLD", "CANCEL");
    }

    @Override
    public void decide(TaskDecision decision) {
        OrderSubject.in(decision.task()).forEach(order -> decide(order, decision));
    }

    private void decide(OrderNumber order, TaskDecision decision) {
        exclusions.lift(List.of(order));
        switch (decision.code()) {
            case "RETRY" -> release.release(order);
            case "HOLD" -> changes.hold(order, reason(decision, "task.wave-order-failed.held"), decision.staff());
            default -> cancel.request(order, reason(decision, "task.wave-order-failed.cancelled"), decision.staff());
        }
    }

    private static String reason(TaskDecision decision, String otherwise) {
        return Objects.requireNonNullElse(
                TextNormalizer.orNull(decision.comment()),
                BilingualText.of(otherwise).japanese());
    }
}
