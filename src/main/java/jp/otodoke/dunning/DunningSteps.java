package jp.otodoke.dunning;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.otodoke.shared.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The calendars of the cases. Changes work in the caller's transaction. */
@Component
public class DunningSteps {
    private static final String SELECT =
            "select id, kind, planned_at, state, result, done_at from dunning_step where case_id = :case";

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final LocalTime hour;

    /** @param hour at which steps are carried out */
    DunningSteps(JdbcClient jdbc, BusinessClock clock, @Value("${otodoke.dunning.hour:10}") int hour) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.hour = LocalTime.of(hour, 0);
    }

    /** In the order in which they were or will be done. */
    @Transactional(readOnly = true)
    public List<DunningStep> of(long caseId) {
        return jdbc.sql(SELECT + " order by coalesce(done_at, planned_at), id")
                .param("case", caseId)
                .query(DunningStep.class)
                .list();
    }

    /** How many steps of each kind are planned on each day from now on. */
    @Transactional(readOnly = true)
    public Map<LocalDate, Map<DunningStepKind, Long>> planned(LocalDate until) {
        return jdbc
                .sql(
                        """
                        select cast(s.planned_at at time zone 'Asia/Tokyo' as date) as day, s.kind, count(*) as count
                          from dunning_step s join dunning_case c on c.id = s.case_id
                         where s.state = 'PLANNED' and c.state <> 'ENDED' and s.planned_at < :until
                         group by 1, 2 order by 1, 2
                        """)
                .param("until", Timestamp.from(at(until.plusDays(1), LocalTime.MIDNIGHT)))
                .query(OnDay.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        OnDay::day,
                        TreeMap::new,
                        Collectors.toMap(OnDay::kind, OnDay::count, Long::sum, TreeMap::new)));
    }

    /** The first planned step whose time has come. */
    Optional<DunningStep> due(long caseId) {
        return jdbc.sql(SELECT + " and state = 'PLANNED' and planned_at <= :now order by planned_at, id limit 1")
                .param("case", caseId)
                .param("now", Timestamp.from(clock.instant()))
                .query(DunningStep.class)
                .optional();
    }

    /** The calendars of these cases, from today on. */
    void plan(Map<Long, DunningCalendar> calendars) {
        var ids = new ArrayList<Long>();
        var kinds = new ArrayList<String>();
        var moments = new ArrayList<Timestamp>();
        calendars.forEach((id, calendar) -> calendar.entries().forEach(entry -> {
            ids.add(id);
            kinds.add(entry.kind().name());
            moments.add(Timestamp.from(at(clock.today().plusDays(entry.day()))));
        }));
        jdbc.sql(
                        """
                        insert into dunning_step (case_id, kind, planned_at, state)
                        select s.case_id, s.kind, s.at, 'PLANNED'
                          from unnest(:cases::bigint[], :kinds::text[], :moments::timestamptz[])
                               with ordinality s(case_id, kind, at, nr) order by s.nr
                        """)
                .param("cases", ids.toArray(Long[]::new))
                .param("kinds", kinds.toArray(String[]::new))
                .param("moments", moments.toArray(Timestamp[]::new))
                .update();
        refresh(calendars.keySet());
    }

    /** One more step after what is planned so far. */
    void add(long caseId, DunningStepKind kind, LocalDate day) {
        jdbc.sql("insert into dunning_step (case_id, kind, planned_at, state) values (:case, :kind, :at, 'PLANNED')")
                .param("case", caseId)
                .param("kind", kind.name())
                .param("at", Timestamp.from(at(day)))
                .update();
        refresh(List.of(caseId));
    }

    void done(long caseId, long step, DunningStep.State state, @Nullable String result) {
        jdbc.sql("update dunning_step set state = :state, result = :result, done_at = :now where id = :id")
                .param("state", state.name())
                .param("result", result)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", step)
                .update();
        refresh(List.of(caseId));
    }

    /** All that is planned for these cases moves back alike, so that nothing of it happens before this day. */
    void notBefore(Collection<Long> cases, LocalDate day) {
        jdbc.sql(
                        """
                        update dunning_step s set planned_at = s.planned_at + (cast(:day as timestamptz) - f.first)
                          from (select case_id, min(planned_at) as first from dunning_step
                                 where state = 'PLANNED' and case_id = any(:cases) group by case_id) f
                         where f.case_id = s.case_id and s.state = 'PLANNED' and f.first < cast(:day as timestamptz)
                        """)
                .param("day", Timestamp.from(at(day)))
                .param("cases", cases.toArray(Long[]::new))
                .update();
        refresh(cases);
    }

    /** Nothing that is planned for these cases will be done. */
    void drop(Collection<Long> cases) {
        jdbc.sql(
                        """
                        update dunning_step set state = 'SKIPPED', done_at = :now
                         where state = 'PLANNED' and case_id = any(:cases)
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("cases", cases.toArray(Long[]::new))
                .update();
        refresh(cases);
    }

    private void refresh(Collection<Long> cases) {
        jdbc.sql(
                        """
                        update dunning_case c set next_step = n.kind, next_at = n.planned_at
                          from unnest(:cases::bigint[]) i(id)
                          left join lateral (select s.kind, s.planned_at from dunning_step s
                                              where s.case_id = i.id and s.state = 'PLANNED'
                                              order by s.planned_at, s.id limit 1) n on true
                         where c.id = i.id
                        """)
                .param("cases", cases.toArray(Long[]::new))
                .update();
    }

    /** The hour of that day; now, if that is over already. */
    private Instant at(LocalDate day) {
        var at = at(day, hour);
        var now = clock.instant();
        return at.isBefore(now) ? now : at;
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(BusinessClock.TOKYO).toInstant();
    }

    private record OnDay(LocalDate day, DunningStepKind kind, long count) {}
}
