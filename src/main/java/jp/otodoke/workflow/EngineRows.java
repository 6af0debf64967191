package jp.otodoke.workflow;

import java.util.List;
import java.util.Map;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.ResultMap;
import org.apache.ibatis.annotations.Select;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** Questions about the engine's rows that the engine has only for one case at a time; asked through its own session. */
interface EngineRows {
    String EXECUTIONS = EngineRows.class.getName() + ".executions";
    String SUBSCRIPTIONS = EngineRows.class.getName() + ".subscriptions";
    String START_TIMES = EngineRows.class.getName() + ".startTimes";
    String ANY_EVENT_JOB = EngineRows.class.getName() + ".anyEventJob";

    /** Only the execution at the top of a process knows the root of its case. */
    @Select(
            """
            select e.* from act_ru_execution i join act_ru_execution e on e.proc_inst_id_ = i.id_
             where i.root_proc_inst_id_ = any(#{roots, typeHandler=org.apache.ibatis.type.ArrayTypeHandler})
            """)
    @ResultMap("org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity.executionResultMap")
    List<ExecutionEntity> executions(@Param("roots") String[] roots);

    /** By their executions: the engine keeps no index of subscriptions by process instance. */
    @Select(
            """
            select s.* from act_ru_execution i join act_ru_execution e on e.proc_inst_id_ = i.id_
              join act_ru_event_subscr s on s.execution_id_ = e.id_
             where i.root_proc_inst_id_ = any(#{roots, typeHandler=org.apache.ibatis.type.ArrayTypeHandler})
            """)
    @ResultMap("org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity.eventSubscriptionResultMap")
    List<EventSubscriptionEntity> subscriptions(@Param("roots") String[] roots);

    @Select(
            """
            select id_ as id, start_time_ as start from act_hi_actinst
             where id_ = any(#{steps, typeHandler=org.apache.ibatis.type.ArrayTypeHandler})
            """)
    List<Map<String, Object>> startTimes(@Param("steps") String[] steps);

    @Select("select exists (select 1 from act_ru_job where handler_type_ = 'event')")
    boolean anyEventJob();
}
