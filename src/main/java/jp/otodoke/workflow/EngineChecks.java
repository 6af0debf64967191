package jp.otodoke.workflow;

import jp.otodoke.platform.checks.Check;
import jp.otodoke.platform.checks.SqlCheck;
import jp.otodoke.shared.BusinessClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Detects engine jobs that no node executes, and messages that no node delivers: one finding per step or message, however
 * many cases wait there.
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

    @Bean
    Check overdueTimers(JdbcClient jdbc, BusinessClock clock) {
        return new SqlCheck(jdbc, clock, "timer-overdue", STEPS_NEVER_TAKEN.formatted("timer"));
    }
}
