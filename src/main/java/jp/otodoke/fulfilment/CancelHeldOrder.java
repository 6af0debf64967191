package jp.otodoke.fulfilment;

import java.util.Objects;
import jp.otodoke.shared.Text;
import jp.otodoke.shared.Words;
import jp.otodoke.workflow.DecisionBeside;
import jp.otodoke.workflow.OpenTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** An order that is held may be called off from its task, as from its page. */
@Component
class CancelHeldOrder implements DecisionBeside {
    private final RequestCancel requestCancel;

    CancelHeldOrder(RequestCancel requestCancel) {
        this.requestCancel = requestCancel;
    }

    @Override
    public String type() {
        return "order-on-hold";
    }

    @Override
    public String decision() {
        return "CANCEL";
    }

    @Override
    public void decide(OpenTask task, @Nullable String comment, String staff) {
        var reason = Objects.requireNonNullElse(
                Text.orNull(comment), Words.of("cancel.reason.while-held").japanese());
        task.orderNumbers().forEach(order -> requestCancel.request(order, reason, staff));
    }
}
