package jp.otodoke.subscriptions;

import java.time.LocalDate;
import java.util.Optional;
import jp.otodoke.shared.BilingualText;

/** Every so many days. */
public record EveryDays(int days) implements ScheduleRule {
    @Override
    public Optional<LocalDate> date(LocalDate first, int turn) {
        return Optional.of(first.plusDays((turn - 1L) * days));
    }

    @Override
    public BilingualText sentence() {
        return days == 1 ? BilingualText.of("schedule.days.each") : BilingualText.of("schedule.days", days);
    }

    @Override
    public Optional<ScheduleRule> movedTo(LocalDate day, int turn) {
        return Optional.of(this);
    }
}
