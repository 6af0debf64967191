package jp.otodoke.workflow;

import jp.otodoke.platform.checks.Check;
import jp.otodoke.platform.checks.SqlCheck;
import jp.otodoke.shared.BusinessClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Detects cases that are at a step for longer than its limit; while a called process runs, the step inside it
 * counts.
 */
@Configuration(proxyBeanMethods = false)
class StepLimitCheck {
    @Bean
    Check beyondLimit(JdbcClient jdbc, BusinessClock clock) {
        return new SqlCheck(
                jdbc,
                clock,
                "step-beyond-limit",
                """
                select i.business_key_ || ' ' || e.act_id_ as subject,
                       case when cd.key_ in ('shipment', 'ship-wave') then 'shipping' else 'orders' end as group_name,
                       '/search?q=' || i.business_key_ as href, min(a.start_time_) as since,
                       array[i.business_key_, '#process.' || t.process, '#step.' || t.process || '.' || t.step,
                             (max(t.limit_seconds) / 3600)::text] as facts
                  from step_target t
                  join act_re_procdef d on d.key_ = t.process
                  join act_ru_execution e on e.proc_def_id_ = d.id_ and e.act_id_ = t.step and e.is_active_
                  join act_ru_execution i on i.id_ = e.proc_inst_id_ and i.business_key_ is not null
                  join act_ru_execution c on c.id_ = i.root_proc_inst_id_
                  join act_re_procdef cd on cd.id_ = c.proc_def_id_
                  join act_hi_actinst a on a.execution_id_ = e.id_ and a.act_id_ = e.act_id_ and a.end_time_ is null
                 where a.start_time_ < cast(:now as timestamptz) - t.limit_seconds * interval '1 second'
                   and not exists (select 1 from act_ru_execution called where called.super_exec_ = e.id_)
                 group by i.business_key_, e.act_id_, t.process, t.step, cd.key_
                """);
    }
}
