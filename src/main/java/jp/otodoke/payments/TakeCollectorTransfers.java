package jp.otodoke.payments;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.stereotype.Component;

/**
 * Recognises deposits by which somebody who collects for us pays out: exactly what is held is booked at once, another sum is a
 * task that tells the difference.
 */
@Component
class TakeCollectorTransfers {
    private final CollectorRemitters remitters;
    private final BookAgencyTransfer bookAgencyTransfer;
    private final AskAboutDeposit ask;

    TakeCollectorTransfers(CollectorRemitters remitters, BookAgencyTransfer bookAgencyTransfer, AskAboutDeposit ask) {
        this.remitters = remitters;
        this.bookAgencyTransfer = bookAgencyTransfer;
        this.ask = ask;
    }

    /** Removes from these deposits, which are to be asked about, those that it takes. */
    void take(Map<ReportedDeposit, List<ReceivableNumber>> asked) {
        var known =
                remitters.of(asked.keySet().stream().map(ReportedDeposit::id).toList());
        bookAgencyTransfer.lock(Set.copyOf(known.values()));
        asked.keySet().removeIf(deposit -> {
            var collector = known.get(deposit.id());
            if (collector == null || deposit.reported().cancel()) {
                return false;
            }
            take(deposit, collector);
            return true;
        });
    }

    private void take(ReportedDeposit deposit, Collector collector) {
        var amount = deposit.reported().amount();
        var held = bookAgencyTransfer.held(collector);
        if (amount.equals(held)) {
            bookAgencyTransfer.book(deposit.id(), collector, Yen.ZERO, CurrentStaff.SYSTEM);
        } else {
            ask.fromCollector(
                    deposit.id(),
                    amount,
                    BilingualText.of(
                            "task.deposit-unmatched.reason.collector",
                            amount,
                            collector.words(),
                            held,
                            held.minus(amount)));
        }
    }
}
