package jp.otodoke.workflow;

import jp.otodoke.platform.checks.Check;
import jp.otodoke.platform.checks.SqlCheck;
import jp.otodoke.shared.BusinessClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Detects engine jobs that no node executes, messages that no node delivers and processes that no node starts: one finding
 * per step, message or process, however many cases wait there.
 */
@Configuration(proxyBeanMethods = false)
class EngineChecks {
    private static final String STEPS_NEVER_TAKEN =
            """
            select coalesce(d.key_ || '/' || coalesce(e.act_id_, s.activity_id_, j.handler_cfg_), j.handler_type_) as subject,
                   'operations' as group_name,
                   case when d.key_ is not null then '/processes/' || d.key_ end as href,
                   min(coalesce(j.duedate_, j.create_time_)) as since,
                   array[count(*)::text,
                         coalesce('#process.' || d.key_, j.handler_type_),
                         coalesce('#step.' || d.key_ || '.' || coalesce(e.act_id_, s.activity_id_, split_part(j.handler_cfg_, '$', 1)), '')] as facts
              from act_ru_job j
              left join act_re_procdef d on d.id_ = j.process_def_id_
              left join act_ru_execution e on e.id_ = j.execution_id_
              left join act_ru_event_subscr s on s.id_ = j.handler_cfg_ and j.handler_type_ = 'event'
             where j.type_ = '%s' and j.retries_ > 0 and j.suspension_state_ = 1
               and coalesce(j.duedate_, j.create_time_) < cast(:now as timestamptz) - interval '3 minutes'
               and (j.lock_exp_time_ is null or j.lock_exp_time_ < cast(:now as timestamptz))
             group by d.key_, coalesce(e.act_id_, s.activity_id_, j.handler_cfg_), coalesce(e.act_id_, s.activity_id_, split_part(j.handler_cfg_, '$', 1)),
                      j.handler_type_
            """;

    @Bean
    Check stepsNeverTaken(JdbcClient jdbc, BusinessClock clock) {
        return new SqlCheck(jdbc, clock, "step-not-taken", STEPS_NEVER_TAKEN.formatted("message"));
    }

    /** What is held up by a failed step is an incident already. */
    @Bean
    Check messagesNeverDelivered(JdbcClient jdbc, BusinessClock clock) {
        return new SqlCheck(
                jdbc,
                clock,
                "message-not-delivered",
                """
                select w.process || '/' || w.message as subject, 'operations' as group_name,
                       '/processes/' || w.process as href,
                       cast(:now as timestamptz) - (clock_timestamp() - min(w.created_at)) as since,
                       array[count(*)::text, '#process.' || w.process, min(w.business_key)] as facts
                  from process_wake_up w
                 where w.created_at < clock_timestamp() - interval '3 minutes' and not %s
                 group by w.process, w.message
                """
                        .formatted(WakeUps.HELD_UP));
    }

    /**
     * A long queue may take minutes, but another case is first in line each time; the watchdog reports what it observes twice.
     * What failed is tried again and not first in line.
     */
    @Bean
    Check queuedProcessesNeverStarted(JdbcClient jdbc, BusinessClock clock) {
        return new SqlCheck(
                jdbc,
                clock,
                "process-not-started",
                """
                select q.process || '/' || q.business_key as subject, 'operations' as group_name,
                       '/processes/' || q.process as href,
                       cast(:now as timestamptz) - (clock_timestamp() - q.created_at) as since,
                       array[q.business_key, '#process.' || q.process,
                             (select count(*) from process_start a where a.process = q.process)::text] as facts
                  from process_start q
                 where q.failed_at is not null
                    or q.created_at < clock_timestamp() - interval '3 minutes'
                       and q.id = (select min(f.id) from process_start f where f.failed_at is null)
                """);
    }

    /** The queue grows faster than it is worked off. */
    @Bean
    Check queuedProcessesLate(JdbcClient jdbc, BusinessClock clock) {
        return new SqlCheck(
                jdbc,
                clock,
                "process-starts-late",
                """
                select q.process as subject, 'operations' as group_name, '/processes/' || q.process as href,
                       cast(:now as timestamptz) - (clock_timestamp() - min(q.created_at)) as since,
                       array['#process.' || q.process, count(*)::text] as facts
                  from process_start q group by q.process
                having min(q.created_at) < clock_timestamp() - interval '30 minutes'
                """);
    }

    @Bean
    Check overdueTimers(JdbcClient jdbc, BusinessClock clock) {
        return new SqlCheck(jdbc, clock, "timer-overdue", STEPS_NEVER_TAKEN.formatted("timer"));
    }
}
