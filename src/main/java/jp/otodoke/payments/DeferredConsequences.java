package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;

/** Says which money moves when people decide about 後払い. */
@Component
class DeferredConsequences {
    private final Payments payments;

    DeferredConsequences(Payments payments) {
        this.payments = payments;
    }

    /** What the customer is asked for: all that the provider would have billed or bills. */
    BilingualText ofTransfer(List<OpenTask> tasks) {
        var owed = Yen.sum(payments.findAllById(OrderSubject.in(tasks)), Payment::charged);
        return BilingualText.of("task.then.asks-for-transfer", owed);
    }
}
