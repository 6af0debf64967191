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
 * Started, finished, lead time and what was open, day by day. A day that is over is counted once, from that day's
 * cases; the cost grows with the day and not with the history.
 */
@Component
public class ProcessDays {
    public static final int DAYS = 30;

    /** What began before midnight may still be written down some moments after it. */
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

    /** The last 30 days with today, which is still going on, as the last. */
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

    /** Counts the days before {@code end} that nobody counted yet. Of two who do, the second finds them done. */
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

    /** Counted through all cases once, for the first day; from then on each day adds and takes away its own. */
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
     * @param median seconds from start to end of what was finished that day; null where nothing was
     * @param p90 nine of ten took no longer
     */
    public record Day(
            LocalDate day, long started, long finished, @Nullable Long median, @Nullable Long p90, long openAtEnd) {}
}
