package jp.otodoke.subscriptions;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.DayFormat;

/** A list of dates; those before the first date are passed over. */
public record FixedDates(List<LocalDate> dates) implements ScheduleRule {
    private static final int SHOWN = 3;

    public FixedDates {
        dates = dates.stream().sorted().distinct().toList();
    }

    @Override
    public Optional<LocalDate> date(LocalDate first, int turn) {
        return dates.stream()
                .filter(day -> !day.isBefore(first))
                .skip(turn - 1L)
                .findFirst();
    }

    @Override
    public BilingualText sentence() {
        var shown = BilingualText.list(
                dates.stream().limit(SHOWN).map(DayFormat::of).toList());
        return dates.size() > SHOWN
                ? BilingualText.of("schedule.dates.more", shown, dates.size() - SHOWN)
                : BilingualText.of("schedule.dates", shown);
    }

    @Override
    public Optional<ScheduleRule> movedTo(LocalDate day, int turn) {
        return Optional.empty();
    }
}
