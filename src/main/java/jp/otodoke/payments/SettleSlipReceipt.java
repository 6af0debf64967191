package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import org.springframework.stereotype.Component;

/** Brings the books to what the notices about a payment of a slip say, and tells whom it concerns. */
@Component
class SettleSlipReceipt {
    private final SlipReceipts receipts;
    private final AllocateSlipReceipt allocate;
    private final SlipSuspense suspense;
    private final SlipTasks tasks;
    private final SlipTimeline timeline;

    SettleSlipReceipt(
            SlipReceipts receipts,
            AllocateSlipReceipt allocate,
            SlipSuspense suspense,
            SlipTasks tasks,
            SlipTimeline timeline) {
        this.receipts = receipts;
        this.allocate = allocate;
        this.suspense = suspense;
        this.tasks = tasks;
        this.timeline = timeline;
    }

    /**
     * @param receipt as it was before the latest notice
     * @param source file of that notice
     * @param record line of that file
     */
    void settle(SlipReceipt receipt, String source, int record) {
        var outcome = SlipOutcome.of(receipts.notices(receipt));
        var receivable = receipt.receivable();
        var unpaid =
                receivable == null ? unknown(receipt, outcome, source, record) : known(receipt, receivable, outcome);
        tasks.unpaidAgain(orders(unpaid), receipt);
        if (outcome.state() != SlipOutcome.State.PROVISIONAL) {
            tasks.known(receipt);
        }
    }

    private List<ReceivableNumber> known(SlipReceipt receipt, ReceivableNumber receivable, SlipOutcome outcome) {
        int bookings = allocate.allocate(receipt, receivable, outcome.amount());
        receipts.became(receipt, outcome, bookings, null);
        timeline.became(receipt, receivable, outcome);
        return outcome.amount().isAtLeast(receipt.booked()) ? List.of() : List.of(receivable);
    }

    private List<ReceivableNumber> unknown(SlipReceipt receipt, SlipOutcome outcome, String source, int record) {
        if (outcome.amount().equals(receipt.booked())) {
            receipts.became(receipt, outcome, receipt.bookings(), receipt.deposit());
            return List.of();
        }
        var unpaid = suspense.takeBack(receipt);
        var deposit = suspense.add(receipt, outcome.amount(), source, record);
        receipts.became(receipt, outcome, receipt.bookings() + 2, deposit);
        return unpaid;
    }

    private static List<OrderNumber> orders(List<ReceivableNumber> receivables) {
        return receivables.stream()
                .filter(ReceivableNumber::ofOrder)
                .map(ReceivableNumber::asOrder)
                .toList();
    }
}
