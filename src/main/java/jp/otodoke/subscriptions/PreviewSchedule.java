package jp.otodoke.subscriptions;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The first turns of a rule and why they are shifted, before anything is saved. */
@Component
public class PreviewSchedule {
    private final FirmCalendars calendars;

    PreviewSchedule(FirmCalendars calendars) {
        this.calendars = calendars;
    }

    /** By the calendars of warehouse and carrier. @param shift null for the firm's own */
    @Transactional(readOnly = true)
    public List<PlannedTurn> preview(ScheduleRule rule, LocalDate first, int count, @Nullable Shift shift) {
        var now = calendars.now();
        var way = shift == null ? now.policy().shift() : shift;
        return PlannedTurn.of(rule, first, count, DeliverySchedule.of(now.anywhere(), way));
    }

    /** These days are closed and no others. */
    public static List<PlannedTurn> around(
            Set<LocalDate> closed, Shift shift, ScheduleRule rule, LocalDate first, int count) {
        return PlannedTurn.of(rule, first, count, DeliverySchedule.around(new ListedDays(closed), shift));
    }
}
