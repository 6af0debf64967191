package jp.otodoke.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import jp.otodoke.ModuleTest;
import jp.otodoke.TestClock;
import jp.otodoke.mothers.Elapsed;
import jp.otodoke.shared.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A process of its own whose history is written by hand. */
@ModuleTest
class ProcessDaysTests {
    private final ProcessDays days;
    private final JdbcClient jdbc;
    private final Elapsed elapsed;
    private final TestClock clock;
    private final String process = "days-" + UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    ProcessDaysTests(ProcessDays days, JdbcClient jdbc, Elapsed elapsed, TestClock clock) {
        this.days = days;
        this.jdbc = jdbc;
        this.elapsed = elapsed;
        this.clock = clock;
    }

    @BeforeEach
    void noon() {
        clock.set("2026-11-26T12:00:00+09:00");
    }

    @Test
    void countsEachDayOnceAndTodayAsItGoes() {
        ran("2026-11-20T09:00", "2026-11-22T09:00");
        ran("2026-11-21T09:00", "2026-11-22T09:00");
        ran("2026-11-21T09:00", null);
        ran("2026-11-26T09:00", "2026-11-26T10:00");

        var all = days.of(process);

        assertThat(all).hasSize(ProcessDays.DAYS);
        assertThat(day(all, "2026-11-21"))
                .returns(2L, ProcessDays.Day::started)
                .returns(3L, ProcessDays.Day::openAtEnd);
        assertThat(day(all, "2026-11-22"))
                .returns(2L, ProcessDays.Day::finished)
                .returns(24 * 3600L, ProcessDays.Day::median)
                .returns(2 * 24 * 3600L, ProcessDays.Day::p90)
                .returns(1L, ProcessDays.Day::openAtEnd);
        assertThat(day(all, "2026-11-26"))
                .returns(1L, ProcessDays.Day::finished)
                .returns(1L, ProcessDays.Day::openAtEnd);
        assertThat(kept()).as("today is not over").isEqualTo("2026-11-25");

        clock.set("2026-11-27T12:00:00+09:00");
        ran("2026-11-27T09:00", null);
        all = days.of(process);

        assertThat(kept()).isEqualTo("2026-11-26");
        assertThat(day(all, "2026-11-27"))
                .returns(1L, ProcessDays.Day::started)
                .returns(2L, ProcessDays.Day::openAtEnd);
    }

    private String kept() {
        return jdbc.sql("select max(day)::text from process_day where process = :p")
                .param("p", process)
                .query(String.class)
                .single();
    }

    private static ProcessDays.Day day(List<ProcessDays.Day> all, String day) {
        return all.stream()
                .filter(d -> d.day().equals(LocalDate.parse(day)))
                .findFirst()
                .orElseThrow();
    }

    private void ran(String from, @Nullable String to) {
        elapsed.ran(process, at(from), to == null ? null : at(to));
    }

    private static Instant at(String tokyo) {
        return LocalDateTime.parse(tokyo).atZone(BusinessClock.TOKYO).toInstant();
    }
}
