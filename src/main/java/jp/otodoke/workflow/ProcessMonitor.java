package jp.otodoke.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where the cases of each process stand now. */
@Component
public class ProcessMonitor {
    private final RepositoryService repository;
    private final ModelSteps steps;
    private final StepCounts counts;
    private final StepTargets targets;
    private final Throughput throughput;
    private final JdbcClient jdbc;

    ProcessMonitor(
            RepositoryService repository,
            ModelSteps steps,
            StepCounts counts,
            StepTargets targets,
            Throughput throughput,
            JdbcClient jdbc) {
        this.repository = repository;
        this.steps = steps;
        this.counts = counts;
        this.targets = targets;
        this.throughput = throughput;
        this.jdbc = jdbc;
    }

    /** All processes, with every step that a case can stand at. */
    @Transactional(readOnly = true)
    public List<ProcessState> all() {
        var set = new HashMap<String, StepTarget>();
        targets.all().forEach(t -> set.put(t.process() + "/" + t.step(), t));
        return definitions().stream().map(d -> state(d, set)).toList();
    }

    @Transactional(readOnly = true)
    public Optional<ProcessState> of(String process) {
        return all().stream().filter(p -> p.id().equals(process)).findFirst();
    }

    /** The BPMN of the newest version, as XML. */
    public String diagram(String process) {
        try (var xml = repository.getProcessModel(definition(process).getId())) {
            return new String(xml.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the case with this key went through in its latest instance: step ids in order, the current ones last. */
    @Transactional(readOnly = true)
    public Path path(String process, String businessKey) {
        return paths(process, List.of(businessKey)).getOrDefault(businessKey, new Path(process, List.of()));
    }

    /** The ways of several cases by their keys; who has left no trace is missing. */
    @Transactional(readOnly = true)
    public Map<String, Path> paths(String process, Collection<String> businessKeys) {
        var passed = new HashMap<String, List<Step>>();
        if (!businessKeys.isEmpty()) {
            jdbc.sql(
                            """
                            select p.business_key_ as key, a.act_id_ as step, a.act_type_ as type, a.start_time_ as since,
                                   a.end_time_ as until
                              from act_hi_actinst a
                              join act_hi_procinst p on p.id_ = a.proc_inst_id_
                             where p.business_key_ in (:keys) and p.proc_def_key_ = :process
                             order by a.sequence_counter_
                            """)
                    .param("keys", businessKeys)
                    .param("process", process)
                    .query(row -> {
                        Objects.requireNonNull(passed.computeIfAbsent(row.getString("key"), key -> new ArrayList<>()))
                                .add(new Step(
                                        row.getString("step"),
                                        row.getString("type"),
                                        row.getTimestamp("since").toInstant(),
                                        instant(row.getTimestamp("until"))));
                    });
        }
        var paths = new HashMap<String, Path>();
        passed.forEach((key, way) -> paths.put(key, new Path(process, way)));
        return paths;
    }

    /** A way in words. */
    public List<CaseTrail.Stop> trail(Path path) {
        return CaseTrail.of(path, steps.steps(path.process()));
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

    private ProcessState state(ProcessDefinition definition, Map<String, StepTarget> set) {
        var process = definition.getKey();
        var states = new ArrayList<StepState>();
        for (var step : steps.stepsOf(definition.getId()).values()) {
            var count = counts.of(process, step.id());
            if (step.own() || count.waiting() + count.incidents() > 0) {
                states.add(state(step, count, set.get(process + "/" + step.id())));
            }
        }
        var name = definition.getName() == null ? process : definition.getName();
        var finished = throughput.of(process);
        return new ProcessState(process, name, definition.getVersion(), states, finished.today(), finished.usual());
    }

    private static StepState state(ModelSteps.ModelStep step, StepCounts.Count count, @Nullable StepTarget target) {
        return new StepState(
                step.id(),
                step.name(),
                count.waiting(),
                count.running(),
                count.incidents(),
                count.oldest(),
                count.late(),
                count.over(),
                count.yen(),
                target == null ? null : target.target().toSeconds(),
                target == null ? null : target.limit().toSeconds());
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    /**
     * One process with its steps.
     *
     * @param usualToday how many are finished by this time of day on such a weekday
     */
    public record ProcessState(
            String id, String name, int version, List<StepState> steps, long finishedToday, double usualToday) {}

    /**
     * How many cases stand at a step: waiting for something, about to run, or stuck.
     *
     * @param late longer than the target, those over the limit among them
     * @param over longer than the limit
     * @param yen what they are worth
     */
    public record StepState(
            String id,
            String name,
            long waiting,
            long running,
            long incidents,
            @Nullable Instant oldest,
            long late,
            long over,
            long yen,
            @Nullable Long targetSeconds,
            @Nullable Long limitSeconds) {}

    /** A case's way through its process. */
    public record Path(String process, List<Step> steps) {}

    /** One step of a way; {@code until} is null while the case stands there. */
    public record Step(String id, String type, Instant since, @Nullable Instant until) {}
}
