package jp.otodoke.payments;

import java.time.YearMonth;
import jp.otodoke.payments.LedgerMonths.Closing;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** 月次締め: closes a month of the ledger, and with it all before it. What is posted afterwards falls into the next month. */
@Component
public class CloseMonth {
    private final LedgerMonths months;
    private final TrialBalance trialBalance;
    private final MonthEndList monthEnd;
    private final TransactionTemplate transaction;
    private final BusinessClock clock;

    CloseMonth(
            LedgerMonths months,
            TrialBalance trialBalance,
            MonthEndList monthEnd,
            TransactionTemplate transaction,
            BusinessClock clock) {
        this.months = months;
        this.trialBalance = trialBalance;
        this.monthEnd = monthEnd;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Has no effect if it is closed already. The closing is committed first, so that nobody waits while balances are added up.
     *
     * @param by user name
     * @throws Refusal if the month is not over, a later one is closed, or the books contradict themselves (conflict)
     */
    public Closing close(YearMonth month, String by) {
        if (!month.isBefore(YearMonth.from(clock.today()))) {
            throw Refusal.conflict("ledger.month.not-over", month);
        }
        if (months.closing(month).isEmpty()) {
            monthEnd.obstacle(month).ifPresent(line -> {
                throw Refusal.conflict(
                        "ledger.month.obstacle", month, BilingualText.of("ledger.check." + line.code()), line.count());
            });
        }
        transaction.executeWithoutResult(status -> months.close(month, clock.instant(), by));
        return transaction.execute(status -> {
            var closing = months.closing(month).orElseThrow(() -> Refusal.conflict("ledger.month.later-closed", month));
            if (months.balances(month).isEmpty()) {
                months.keep(month, trialBalance.posted(month.atEndOfMonth()));
            }
            return closing;
        });
    }
}
