package jp.otodoke.payments;

import java.time.LocalDate;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts all approved transfers whose account is known into a file for the bank. */
@Component
public class CollectTransfers {
    /** Banks take files one or two business days before the transfers. */
    private static final int AHEAD = 2;

    private static final int MOST_NAMED = 20;

    private final TransferFiles files;
    private final TransferFileText text;
    private final BusinessClock clock;

    CollectTransfers(TransferFiles files, TransferFileText text, BusinessClock clock) {
        this.files = files;
        this.text = text;
        this.clock = clock;
    }

    /** The day that is used if none is named. */
    public LocalDate nextDay() {
        var day = clock.today();
        for (int ahead = 0; ahead < AHEAD; ahead++) {
            day = BankDays.onOrAfter(day.plusDays(1));
        }
        return day;
    }

    /**
     * @param transferDate a business day of banks after today and within a year, as a file names no year; null for the next
     *     that banks take
     * @param by user name
     * @throws InvalidInput if it is no such day
     * @throws Refusal if nothing waits to be transferred, or our own account is not set (conflict)
     */
    @Transactional
    public TransferFile collect(@Nullable LocalDate transferDate, String by) {
        var day = transferDate == null ? nextDay() : transferDate;
        check(day);
        var waiting = files.waiting();
        if (waiting.isEmpty()) {
            throw nothing();
        }
        return files.get(files.add(day, waiting, text.write(day, waiting), by));
    }

    /** Says whose account is missing, if that is why. */
    private Refusal nothing() {
        var missing = files.withoutAccount(MOST_NAMED);
        return missing.isEmpty()
                ? Refusal.conflict("transfer-file.nothing")
                : Refusal.conflict(
                        "transfer-file.no-account",
                        BilingualText.list(missing.stream()
                                .map(refund -> refund.id() + " (" + refund.order() + ")")
                                .toList()));
    }

    private void check(LocalDate day) {
        var today = clock.today();
        if (!day.isAfter(today) || !day.isBefore(today.plusYears(1))) {
            throw new InvalidInput(
                    "transferDate", "invalid", BilingualText.of("transfer-file.problem.day.range", today));
        }
        if (!BankDays.open(day)) {
            throw new InvalidInput(
                    "transferDate",
                    "not-a-business-day",
                    BilingualText.of("transfer-file.problem.day.closed", day, BankDays.onOrAfter(day)));
        }
    }
}
