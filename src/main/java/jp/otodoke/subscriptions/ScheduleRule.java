package jp.otodoke.subscriptions;

import java.time.LocalDate;
import java.util.Optional;
import jp.otodoke.shared.BilingualText;

/**
 * On which dates a subscription is due (お届けサイクル). Each date is counted from the first and never from the one before, so
 * that nothing drifts: after 30 April comes 31 May again.
 */
public sealed interface ScheduleRule permits EveryDays, EveryMonths, EveryNthWeekday, FixedDates, ChangingGaps {
    /**
     * The date of a turn before it is shifted around closed days.
     *
     * @param turn from 1
     * @return empty if a list of dates has run out
     */
    Optional<LocalDate> date(LocalDate first, int turn);

    /** As staff say it, such as 毎月第2火曜日. */
    BilingualText sentence();

    /**
     * The rule from a turn on that is moved to another day, with all turns after it.
     *
     * @param turn the turn that is moved, counted as in {@link #date}
     * @return empty if days of such a rule don't follow from one of them
     */
    Optional<ScheduleRule> movedTo(LocalDate day, int turn);
}
