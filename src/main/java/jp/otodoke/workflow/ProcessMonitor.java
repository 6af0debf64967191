package jp.otodoke.workflow;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.otodoke.shared.BusinessClock;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where the cases of each process stand now. */
@Component
public class ProcessMonitor {
    private final RepositoryService repository;
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    ProcessMonitor(RepositoryService repository, JdbcClient jdbc, BusinessClock clock) {
        this.repository = repository;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All processes, with every step that a case can stand at. */
    @Transactional(readOnly = true)
    public List<ProcessState> all() {
        var counts = counts();
        var result = new ArrayList<ProcessState>();
        for (var definition : definitions()) {
            result.add(state(definition, counts.getOrDefault(definition.getKey(), Map.of())));
        }
        return result;
    }

    /** The BPMN of the newest version, as XML. */
    public String diagram(String process) {
        try (var xml = repository.getProcessModel(definition(process).getId())) {
            return new String(xml.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What the case with this key went through in its latest instance: step ids in order, the current ones last. */
    @Transactional(readOnly = true)
    public Path path(String process, String businessKey) {
        var steps = jdbc.sql(
                        """
                        select a.act_id_ as step, a.act_type_ as type, a.start_time_ as since, a.end_time_ as until
                          from act_hi_actinst a
                          join act_hi_procinst p on p.id_ = a.proc_inst_id_
                         where p.business_key_ = :key and p.proc_def_key_ = :process
                         order by a.sequence_counter_
                        """)
                .param("key", businessKey)
                .param("process", process)
                .query((row, n) -> new Step(
                        row.getString("step"),
                        row.getString("type"),
                        row.getTimestamp("since").toInstant(),
                        instant(row.getTimestamp("until"))))
                .list();
        return new Path(process, steps);
    }

    private List<ProcessDefinition> definitions() {
        return repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .orderByProcessDefinitionKey()
                .asc()
                .list();
    }

    private ProcessDefinition definition(String process) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult();
    }

    private ProcessState state(ProcessDefinition definition, Map<String, Count> counts) {
        var model = repository.getBpmnModelInstance(definition.getId());
        var steps = new ArrayList<StepState>();
        for (var node : model.getModelElementsByType(FlowNode.class)) {
            if (node instanceof Activity && !(node instanceof SubProcess)) {
                var count = counts.getOrDefault(node.getId(), Count.NONE);
                steps.add(new StepState(
                        node.getId(),
                        node.getName() == null ? node.getId() : node.getName(),
                        count.waiting(),
                        count.running(),
                        count.incidents(),
                        count.oldest()));
            }
        }
        var name = definition.getName() == null ? definition.getKey() : definition.getName();
        return new ProcessState(
                definition.getKey(), name, definition.getVersion(), steps, finishedToday(definition.getKey()));
    }

    private long finishedToday(String process) {
        return jdbc.sql("select count(*) from act_hi_procinst where proc_def_key_ = :process and end_time_ >= :today")
                .param("process", process)
                .param(
                        "today",
                        Timestamp.from(
                                clock.today().atStartOfDay(BusinessClock.TOKYO).toInstant()))
                .query(Long.class)
                .single();
    }

    private Map<String, Map<String, Count>> counts() {
        var result = new LinkedHashMap<String, Map<String, Count>>();
        jdbc.sql(
                        """
                        select d.key_ as process, e.act_id_ as step,
                               count(*) filter (where j.id_ is null) as waiting,
                               count(*) filter (where j.id_ is not null and j.retries_ > 0) as running,
                               count(*) filter (where j.retries_ = 0) as incidents,
                               min(a.start_time_) as oldest
                          from act_ru_execution e
                          join act_re_procdef d on d.id_ = e.proc_def_id_
                          left join act_ru_job j on j.execution_id_ = e.id_ and j.handler_type_ = 'async-continuation'
                          left join act_hi_actinst a on a.execution_id_ = e.id_ and a.act_id_ = e.act_id_
                               and a.end_time_ is null
                         where e.act_id_ is not null and e.is_active_
                         group by d.key_, e.act_id_
                        """)
                .query(row -> {
                    result.computeIfAbsent(row.getString("process"), p -> new LinkedHashMap<>())
                            .put(
                                    row.getString("step"),
                                    new Count(
                                            row.getLong("waiting"),
                                            row.getLong("running"),
                                            row.getLong("incidents"),
                                            instant(row.getTimestamp("oldest"))));
                });
        return result;
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private record Count(long waiting, long running, long incidents, @Nullable Instant oldest) {
        static final Count NONE = new Count(0, 0, 0, null);
    }

    /** One process with its steps. */
    public record ProcessState(String id, String name, int version, List<StepState> steps, long finishedToday) {}

    /** How many cases stand at a step: waiting for something, about to run, or stuck. */
    public record StepState(
            String id, String name, long waiting, long running, long incidents, @Nullable Instant oldest) {}

    /** A case's way through its process. */
    public record Path(String process, List<Step> steps) {}

    /** One step of a way; {@code until} is null while the case stands there. */
    public record Step(String id, String type, Instant since, @Nullable Instant until) {}
}
