package jp.otodoke.workflow;

import jp.otodoke.platform.invariants.Invariant;
import jp.otodoke.platform.invariants.SqlInvariant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Invariants of the engine's running tables, which have no foreign keys, of queued starts and of messages to cases. */
@Configuration(proxyBeanMethods = false)
class EngineInvariants {
    @Bean
    Invariant engineRowsBelongToACase(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "engine-rows-belong-to-a-case",
                """
                select count(*) from (
                    select id_, execution_id_ as owner from act_ru_job where execution_id_ is not null
                    union all select id_, execution_id_ from act_ru_task where execution_id_ is not null
                    union all select id_, execution_id_ from act_ru_variable where execution_id_ is not null
                    union all select id_, execution_id_ from act_ru_event_subscr where execution_id_ is not null
                    union all select id_, execution_id_ from act_ru_incident where execution_id_ is not null
                    union all select id_, execution_id_ from act_ru_ext_task where execution_id_ is not null
                    union all select id_, parent_id_ from act_ru_execution where parent_id_ is not null
                    union all select id_, proc_inst_id_ from act_ru_execution
                    union all select id_, super_exec_ from act_ru_execution where super_exec_ is not null) engine_row
                 where not exists (select 1 from act_ru_execution e where e.id_ = engine_row.owner)
                """);
    }

    @Bean
    Invariant queuedProcessesHaveNotStarted(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "queued-processes-have-not-started",
                """
                select count(*) from workflow_running_case_view c
                  join process_start q on q.process = c.process and q.business_key = c.business_key
                """);
    }

    @Bean
    Invariant queuedProcessesCanBeStarted(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "queued-processes-can-be-started",
                "select count(*) from process_start where failed_at is not null");
    }

    @Bean
    Invariant messagesToCasesAreDelivered(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "messages-to-cases-are-delivered",
                "select count(*) from process_wake_up w where w.created_at < clock_timestamp() - interval '5 minutes' and not "
                        + WakeUps.HELD_UP);
    }
}
