package jp.otodoke.watchdog;

import java.sql.Timestamp;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import jp.otodoke.platform.checks.Observation;
import jp.otodoke.shared.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Updates the findings: new observations are suspected, repeated ones opened and mailed, those no longer observed
 * closed.
 */
@Component
class UpdateFindings {
    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final NotifyFindings notifyFindings;

    UpdateFindings(JdbcClient jdbc, BusinessClock clock, NotifyFindings notifyFindings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.notifyFindings = notifyFindings;
    }

    /**
     * @param seen observations by kind
     * @param failed kinds whose check failed: their findings stay as they are
     * @param confirmed whether suspected findings that are observed again are opened
     */
    @Transactional
    void update(Map<String, List<Observation>> seen, Collection<String> failed, boolean confirmed) {
        var now = Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        if (!confirmed) {
            jdbc.sql("delete from watchdog_finding where state = 'SUSPECTED'").update();
        }
        var opened = new ArrayList<Finding>();
        seen.forEach((kind, observations) -> {
            opened.addAll(open(kind, observations, now));
            observations.forEach(observation -> note(kind, observation, now));
        });
        end(failed, now);
        notifyFindings.send(opened);
    }

    private List<Finding> open(String kind, List<Observation> observations, Timestamp now) {
        if (observations.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        """
                        update watchdog_finding set state = 'OPEN', opened_at = :now
                         where kind = :kind and state = 'SUSPECTED' and subject = any(:subjects)
                        returning *""")
                .param("now", now)
                .param("kind", kind)
                .param(
                        "subjects",
                        observations.stream().map(Observation::subject).toArray(String[]::new))
                .query((row, n) -> Findings.finding(row))
                .list();
    }

    private void note(String kind, Observation observation, Timestamp now) {
        jdbc.sql(
                        """
                        insert into watchdog_finding (kind, subject, group_name, href, facts, state, since, seen_at)
                        values (:kind, :subject, :group, :href, :facts, 'SUSPECTED', :since, :now)
                        on conflict (kind, subject) where state <> 'CLOSED' do update
                           set facts = excluded.facts, href = excluded.href, group_name = excluded.group_name,
                               seen_at = excluded.seen_at""")
                .param("kind", kind)
                .param("subject", observation.subject())
                .param("group", observation.group())
                .param("href", observation.href())
                .param("facts", observation.facts().toArray(String[]::new))
                .param("since", Timestamp.from(observation.since()))
                .param("now", now)
                .update();
    }

    private void end(Collection<String> failed, Timestamp now) {
        var kinds = failed.toArray(String[]::new);
        jdbc.sql("delete from watchdog_finding where state = 'SUSPECTED' and seen_at <> :now and kind <> all(:blind)")
                .param("now", now)
                .param("blind", kinds)
                .update();
        jdbc.sql(
                        """
                        update watchdog_finding set state = 'CLOSED', closed_at = :now
                         where state = 'OPEN' and seen_at <> :now and kind <> all(:blind)""")
                .param("now", now)
                .param("blind", kinds)
                .update();
    }
}
