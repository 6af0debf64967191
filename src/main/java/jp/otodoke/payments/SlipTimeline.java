package jp.otodoke.payments;

import jp.otodoke.orders.Timeline;
import jp.otodoke.payments.SlipOutcome.State;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.stereotype.Component;

/** Notes in the history of an order what was paid at a store, confirmed and taken back. */
@Component
class SlipTimeline {
    private final Timeline timeline;

    SlipTimeline(Timeline timeline) {
        this.timeline = timeline;
    }

    /** @param before as it was booked until now */
    void became(SlipReceipt before, ReceivableNumber receivable, SlipOutcome outcome) {
        if (!receivable.ofOrder()) {
            return;
        }
        var again = outcome.amount().equals(before.booked());
        if (outcome.state() == State.CONFIRMED && !(again && before.state() == State.CONFIRMED)) {
            add(receivable, "PAYMENT_CONFIRMED", BilingualText.of("timeline.slip-confirmed", outcome.amount()));
        } else if (outcome.state() == State.PROVISIONAL && !again) {
            add(receivable, "PAID", BilingualText.of("timeline.slip-paid", outcome.amount(), before.store()));
        } else if (outcome.state() == State.WITHDRAWN && !again) {
            add(receivable, "PAYMENT_REVERSED", BilingualText.of("timeline.slip-withdrawn", before.booked()));
        }
    }

    private void add(ReceivableNumber order, String event, BilingualText text) {
        timeline.add(order.asOrder(), event, text, CurrentStaff.SYSTEM);
    }
}
