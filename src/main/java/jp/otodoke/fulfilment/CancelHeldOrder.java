package jp.otodoke.fulfilment;

import java.util.Objects;
import jp.otodoke.inbox.ExtraDecision;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Cancels an order on hold from its task, as the order page does. */
@Component
class CancelHeldOrder implements ExtraDecision {
    private final RequestOrderCancel requestOrderCancel;

    CancelHeldOrder(RequestOrderCancel requestOrderCancel) {
        this.requestOrderCancel = requestOrderCancel;
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
                TextNormalizer.orNull(comment),
                BilingualText.of("cancel.reason.while-held").japanese());
        task.orderNumbers().forEach(order -> requestOrderCancel.request(order, reason, staff));
    }
}
