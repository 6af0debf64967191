package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.Ledger.Posting;
import jp.otodoke.payments.ReceivableCharges.Charge;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes back what a customer was charged without an order and has not paid, by reversing rows. */
@Component
public class CancelReceivable {
    private final Receivables receivables;
    private final ReceivableCharges charges;
    private final Ledger ledger;

    CancelReceivable(Receivables receivables, ReceivableCharges charges, Ledger ledger) {
        this.receivables = receivables;
        this.charges = charges;
        this.ledger = ledger;
    }

    /**
     * What was paid stays. Has no effect if nothing is open. A debit that the bank has already comes as an overpayment.
     *
     * @throws Refusal if there is no such receivable without an order (not found)
     */
    @Transactional
    public void cancel(ReceivableNumber number) {
        var receivable =
                receivables.findById(number).orElseThrow(() -> Refusal.notFound("receivable.not-found", number));
        var open = receivable.open();
        if (!open.isPositive()) {
            return;
        }
        var rate = receivable.taxRate();
        var tax = receivable.taxInside();
        // It may become open again, as when a bank takes money back, and be taken back once more.
        var name = number + "#" + charges.count(number);
        receivable.cancelOpen();
        receivables.saveAndFlush(receivable);
        charges.add(List.of(new Charge(number, open.negated(), ReceivableCharges.Reason.CANCELLED)));
        ledger.post(List.of(
                new Posting(
                        "sales-cancelled:" + name, Account.SALES, Account.RECEIVABLE, open.minus(tax), number, rate),
                new Posting(
                        "output-tax-cancelled:" + name, Account.OUTPUT_TAX, Account.RECEIVABLE, tax, number, rate)));
    }
}
