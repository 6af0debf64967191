package jp.otodoke.subscriptions;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.otodoke.shared.BilingualText;

/** Gaps in days that change by turn, such as after 14 days and then every 30; the last one repeats. */
public record ChangingGaps(List<Integer> days) implements ScheduleRule {
    public ChangingGaps {
        days = List.copyOf(days);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("No gap");
        }
    }

    @Override
    public Optional<LocalDate> date(LocalDate first, int turn) {
        long gaps = turn - 1L;
        long listed = days.stream().limit(gaps).mapToLong(Integer::longValue).sum();
        long repeated = Math.max(0, gaps - days.size()) * last();
        return Optional.of(first.plusDays(listed + repeated));
    }

    private int last() {
        return days.get(days.size() - 1);
    }

    @Override
    public BilingualText sentence() {
        var before = days.subList(0, days.size() - 1).stream()
                .map(gap -> BilingualText.of("schedule.gap", gap))
                .toList();
        var then = new EveryDays(last()).sentence();
        return before.isEmpty() ? then : BilingualText.of("schedule.gaps", BilingualText.list(before), then);
    }

    @Override
    public Optional<ScheduleRule> movedTo(LocalDate day, int turn) {
        return Optional.of(new ChangingGaps(days.subList(Math.min(turn - 1, days.size() - 1), days.size())));
    }
}
