package jp.otodoke.workflow;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.otodoke.shared.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cases started, finished and open, and their lead times, per day. Past days are computed once from that day's
 * cases and stored, so the cost does not grow with the history.
 */
@Component
public class ProcessDays {
    public static final int DAYS = 30;

    /** Transactions that began before midnight may still commit shortly after it. */
    private static final Duration TO_SETTLE = Duration.ofMinutes(10);

    private static final String COUNT =
            """
            select started.n as started, ended.n as finished, ended.median, ended.p90
              from (select count(*) as n from act_hi_procinst
                     where proc_def_key_ = :process and start_time_ >= :from and start_time_ < :to) started,
                   (select count(*) as n,
                           percentile_disc(0.5) within group (order by extract(epoch from end_time_ - start_time_)) as median,
                           percentile_disc(0.9) within group (order by extract(epoch from end_time_ - start_time_)) as p90
                      from act_hi_procinst
                     where proc_def_key_ = :process and end_time_ >= :from and end_time_ < :to) ended
            """;

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    ProcessDays(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The last 30 days; the last one is today so far. */
    @Transactional
    public List<Day> of(String process) {
        var today = clock.today();
        var over = clock.instant().isBefore(start(today).plus(TO_SETTLE)) ? today.minusDays(1) : today;
        fill(process, over);
        var days = new ArrayList<>(kept(process, today.minusDays(DAYS - 1), over));
        for (var day = over; !day.isAfter(today); day = day.plusDays(1)) {
            days.add(count(process, day, days.isEmpty() ? null : days.get(days.size() - 1)));
        }
        return days;
    }

    /**
     * Computes the days before {@code end} that are still missing. The lock makes concurrent callers wait and find
     * them done.
     */
    private void fill(String process, LocalDate end) {
        var last = last(process);
        if (last.isPresent() && !last.get().plusDays(1).isBefore(end)) {
            return;
        }
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('process_day', 0)) is null")
                .query(Boolean.class)
                .single();
        last = last(process);
        var first = end.minusDays(DAYS);
        var day = last.map(l -> l.plusDays(1)).filter(l -> l.isAfter(first)).orElse(first);
        var before = kept(process, day.minusDays(1), day).stream().findFirst().orElse(null);
        for (; day.isBefore(end); day = day.plusDays(1)) {
            before = count(process, day, before);
            insert(process, before);
        }
    }

    private Optional<LocalDate> last(String process) {
        return jdbc.sql("select max(day) from process_day where process = :process")
                .param("process", process)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    private List<Day> kept(String process, LocalDate from, LocalDate until) {
        return jdbc.sql(
                        """
                        select day, started, finished, lead_median as median, lead_p90 as p90, open_at_end from process_day
                         where process = :process and day >= :from and day < :until order by day
                        """)
                .param("process", process)
                .param("from", from)
                .param("until", until)
                .query(Day.class)
                .list();
    }

    private Day count(String process, LocalDate day, @Nullable Day before) {
        var counted = jdbc.sql(COUNT)
                .param("process", process)
                .param("from", Timestamp.from(start(day)))
                .param("to", Timestamp.from(start(day.plusDays(1))))
                .query(Counted.class)
                .single();
        var open = before == null
                ? openAt(process, start(day.plusDays(1)))
                : before.openAtEnd() + counted.started() - counted.finished();
        return new Day(day, counted.started(), counted.finished(), counted.median(), counted.p90(), open);
    }

    /** Counts over all cases, needed only for the first day; later days add and subtract their own cases. */
    private long openAt(String process, Instant moment) {
        return jdbc.sql(
                        """
                        select (select count(*) from act_hi_procinst
                                 where proc_def_key_ = :process and end_time_ is null and start_time_ < :moment)
                             + (select count(*) from act_hi_procinst
                                 where proc_def_key_ = :process and end_time_ >= :moment and start_time_ < :moment)
                        """)
                .param("process", process)
                .param("moment", Timestamp.from(moment))
                .query(Long.class)
                .single();
    }

    private void insert(String process, Day day) {
        jdbc.sql(
                        """
                        insert into process_day (process, day, started, finished, lead_median, lead_p90, open_at_end)
                        values (:process, :day, :started, :finished, :median, :p90, :open) on conflict do nothing
                        """)
                .param("process", process)
                .param("day", day.day())
                .param("started", day.started())
                .param("finished", day.finished())
                .param("median", day.median())
                .param("p90", day.p90())
                .param("open", day.openAtEnd())
                .update();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(BusinessClock.TOKYO).toInstant();
    }

    private record Counted(long started, long finished, @Nullable Long median, @Nullable Long p90) {}

    /**
     * One day of a process.
     *
     * @param median lead time in seconds of the cases finished that day; null if there were none
     * @param p90 90th percentile of the lead time in seconds
     */
    public record Day(
            LocalDate day, long started, long finished, @Nullable Long median, @Nullable Long p90, long openAtEnd) {}
}
