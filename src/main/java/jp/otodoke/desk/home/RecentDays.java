package jp.otodoke.desk.home;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.otodoke.platform.pages.HomeSeries;
import jp.otodoke.shared.BusinessClock;
import org.springframework.stereotype.Component;

/** The values of the last two weeks, today last. Past days are read again only after ten minutes. */
@Component
class RecentDays {
    private static final int DAYS = 14;

    private final BusinessClock clock;
    private final Cache<Past, Map<LocalDate, Long>> past = Caffeine.newBuilder()
            .maximumSize(100)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    RecentDays(BusinessClock clock) {
        this.clock = clock;
    }

    List<LocalDate> all() {
        var today = clock.today();
        return today.minusDays(DAYS - 1L).datesUntil(today.plusDays(1)).toList();
    }

    /** One value for each of the days. */
    List<Long> of(HomeSeries series) {
        var today = clock.today();
        var before = past.get(new Past(series.name(), today), key -> series.values()
                .apply(today.minusDays(DAYS - 1L), today.minusDays(1)));
        var now = series.values().apply(today, today);
        return all().stream()
                .map(day -> Stream.of(before, now)
                        .mapToLong(values -> values.getOrDefault(day, 0L))
                        .sum())
                .toList();
    }

    private record Past(String series, LocalDate today) {}
}
