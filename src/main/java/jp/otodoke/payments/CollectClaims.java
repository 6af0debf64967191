package jp.otodoke.payments;

import java.time.LocalDate;
import java.util.List;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Collects what is to be debited on a day into a new cycle. What is in an unfinished one already is left there. */
@Component
public class CollectClaims {
    private final ClaimableItems items;
    private final BeginDirectDebit begin;
    private final BusinessClock clock;

    CollectClaims(ClaimableItems items, BeginDirectDebit begin, BusinessClock clock) {
        this.items = items;
        this.begin = begin;
        this.clock = clock;
    }

    /**
     * @param asked the day of the contract; on one without banking, the debit is on the next business day
     * @param by user name
     * @return the cycle
     * @throws InvalidInput if the day is missing, past, or more than a year ahead
     * @throws Refusal if nothing is to be collected (conflict)
     */
    @Transactional
    public long collect(@Nullable LocalDate asked, String by) {
        var date = debitDate(asked);
        return begin.begin(date, null, by).orElseThrow(() -> Refusal.conflict("direct-debit.nothing-to-collect", date));
    }

    /** What {@link #collect} would collect, of which so many are listed. */
    @Transactional(readOnly = true)
    public Preview preview(@Nullable LocalDate asked, int listed) {
        var date = debitDate(asked);
        var sum = items.sum(date);
        return new Preview(date, sum.count(), sum.amount(), items.first(date, listed));
    }

    private LocalDate debitDate(@Nullable LocalDate asked) {
        if (asked == null) {
            throw wrong("required", "receivable.problem.required");
        }
        if (asked.isBefore(clock.today())) {
            throw wrong("past", "direct-debit.problem.past");
        }
        // The files have no year.
        if (!asked.isBefore(clock.today().plusYears(1))) {
            throw wrong("too-far", "direct-debit.problem.too-far");
        }
        return BankDays.onOrAfter(asked);
    }

    private static InvalidInput wrong(String code, String text) {
        return new InvalidInput("debitDate", code, BilingualText.of(text));
    }

    /** @param debitDate on which it would be */
    public record Preview(LocalDate debitDate, long count, Yen amount, List<ClaimPreview> claims) {}
}
