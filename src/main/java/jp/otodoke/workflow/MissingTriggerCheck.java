package jp.otodoke.workflow;

import java.util.List;
import java.util.function.Function;
import jp.otodoke.platform.checks.Check;
import jp.otodoke.platform.checks.Observation;
import jp.otodoke.platform.checks.SqlCheck;
import jp.otodoke.shared.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Detects cases that nothing can resume: the subscription, timer, task or job that the diagram requires is
 * missing.
 */
@Component
class MissingTriggerCheck implements Check {
    private static final String MISSING =
            """
            select cd.key_ || ':' || coalesce(i.business_key_, i.id_) || ':' || n.by as subject,
                   'operations' as group_name, '/search?q=' || coalesce(i.business_key_, '') as href,
                   (select max(a.start_time_) from act_hi_actinst a
                     where a.proc_inst_id_ = e.proc_inst_id_ and a.act_id_ = e.act_id_) as since,
                   array['#process.' || cd.key_, coalesce(i.business_key_, i.id_), '#step.' || d.key_ || '.' || e.act_id_,
                         '#watch.trigger.' || n.kind] as facts
              from act_ru_execution e
              join act_ru_execution i on i.id_ = e.proc_inst_id_
              join act_re_procdef d on d.id_ = e.proc_def_id_
              join act_ru_execution c on c.id_ = i.root_proc_inst_id_
              join act_re_procdef cd on cd.id_ = c.proc_def_id_
              join unnest(:definitions, :places, :kinds, :bys) n (definition, place, kind, by)
                on n.definition = e.proc_def_id_ and n.place = e.act_id_
             where e.is_active_ and e.suspension_state_ = 1
               and not exists (select 1 from act_ru_job j
                                where j.execution_id_ = e.id_ and j.handler_type_ = 'async-continuation')
               and not case n.kind
                   when 'MESSAGE' then exists (select 1 from act_ru_event_subscr s
                                                where s.execution_id_ = e.id_ and s.activity_id_ = n.by)
                   when 'TIMER' then exists (select 1 from act_ru_job j
                                              where j.execution_id_ = e.id_ and split_part(j.handler_cfg_, '$', 1) = n.by)
                   when 'CALL' then exists (select 1 from act_ru_execution called where called.super_exec_ = e.id_)
                   when 'TASK' then exists (select 1 from act_ru_task t
                                             where t.execution_id_ = e.id_ and t.task_def_key_ = n.by)
                   else exists (select 1 from act_ru_job j where j.execution_id_ = e.id_) end
            union all
            select d.key_ || ':' || coalesce(i.business_key_, i.id_) || ':' || n.by, 'operations',
                   '/search?q=' || coalesce(i.business_key_, ''), null,
                   array['#process.' || d.key_, coalesce(i.business_key_, i.id_), '#step.' || d.key_ || '.' || n.by,
                         '#watch.trigger.MESSAGE']
              from act_ru_execution i
              join act_re_procdef d on d.id_ = i.proc_def_id_
              join unnest(:definitions, :places, :kinds, :bys) n (definition, place, kind, by)
                on n.definition = i.proc_def_id_ and n.kind = 'CASE_MESSAGE'
             where i.parent_id_ is null
               and exists (select 1 from act_ru_event_subscr s where s.execution_id_ = i.id_)
               and not exists (select 1 from act_ru_event_subscr s
                                where s.execution_id_ = i.id_ and s.activity_id_ = n.by)
            """;

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final DiagramTriggers diagramTriggers;

    MissingTriggerCheck(JdbcClient jdbc, BusinessClock clock, DiagramTriggers diagramTriggers) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.diagramTriggers = diagramTriggers;
    }

    @Override
    public String kind() {
        return "wait-without-trigger";
    }

    @Override
    public List<Observation> observe() {
        var triggers = diagramTriggers.triggers();
        var now = clock.instant();
        return jdbc.sql(MISSING)
                .param("definitions", texts(triggers, DiagramTriggers.Trigger::definition))
                .param("places", texts(triggers, DiagramTriggers.Trigger::place))
                .param("kinds", texts(triggers, w -> w.kind().name()))
                .param("bys", texts(triggers, DiagramTriggers.Trigger::by))
                .query((row, n) -> SqlCheck.observation(row, now))
                .list();
    }

    private static String[] texts(
            List<DiagramTriggers.Trigger> triggers, Function<DiagramTriggers.Trigger, String> part) {
        return triggers.stream().map(part).toArray(String[]::new);
    }
}
