package jp.otodoke.partners.exchange;

import java.time.LocalTime;
import java.util.List;
import jp.otodoke.inbox.StaffGroup;

/**
 * A file that a partner sends on a schedule.
 *
 * @param weekdays 1 is Monday
 * @param calendar whose closed days are left out; empty for none
 * @param group who is notified when it is missing
 * @param active whether it is expected before a manager activates it
 */
public record ExpectedFile(
        String type,
        List<Integer> weekdays,
        LocalTime from,
        LocalTime until,
        String calendar,
        StaffGroup group,
        boolean active) {
    public static final List<Integer> DAILY = List.of(1, 2, 3, 4, 5, 6, 7);
    public static final List<Integer> WORKDAYS = List.of(1, 2, 3, 4, 5);
}
