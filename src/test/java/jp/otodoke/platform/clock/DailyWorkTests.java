package jp.otodoke.platform.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.otodoke.UnitTest;
import jp.otodoke.shared.BusinessClock;
import org.junit.jupiter.api.Test;

@UnitTest
class DailyWorkTests {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);

    private final BusinessClock clock =
            new BusinessClock(Clock.fixed(Instant.parse("2026-11-27T14:59:00Z"), BusinessClock.TOKYO));
    private final List<LocalDate> days = new ArrayList<>();
    private boolean fails;

    private final DailyWork work = new DailyWork("closing of accounts", Duration.ofSeconds(20), clock, true) {
        @Override
        protected void work(LocalDate today) {
            if (fails) {
                throw new IllegalStateException("The database is away");
            }
            days.add(today);
        }
    };

    @Test
    void isDoneOnceADayFromMidnightInJapanOn() {
        work.repeat();
        work.repeat();
        assertThat(days).containsExactly(FRIDAY);

        clock.shift(Duration.ofMinutes(1));
        work.repeat();

        assertThat(days).containsExactly(FRIDAY, FRIDAY.plusDays(1));
    }

    @Test
    void whatFailedIsTriedAgain() {
        fails = true;
        work.repeat();
        assertThat(work.moving()).containsExactly("closing of accounts");

        fails = false;
        work.repeat();

        assertThat(days).containsExactly(FRIDAY);
        assertThat(work.moving()).isEmpty();
    }

    @Test
    void isDueNextAtMidnightInJapan() {
        assertThat(work.nextDue()).contains(Instant.parse("2026-11-27T15:00:00Z"));
    }
}
