package jp.otodoke.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where the cases of each process currently are. */
@Component
public class ProcessMonitor {
    private final RepositoryService repository;
    private final ModelSteps steps;
    private final StepCounts counts;
    private final StepTargets targets;
    private final Throughput throughput;
    private final CasePaths casePaths;
    private final CalledProcesses called;
    private final CachedFigure<Map<String, Long>> queued;

    ProcessMonitor(
            RepositoryService repository,
            ModelSteps steps,
            StepCounts counts,
            StepTargets targets,
            Throughput throughput,
            CasePaths casePaths,
            CalledProcesses called,
            QueuedStarts queuedStarts,
            @Value("${otodoke.flow.keep:2s}") Duration cacheTime) {
        this.repository = repository;
        this.steps = steps;
        this.counts = counts;
        this.targets = targets;
        this.throughput = throughput;
        this.casePaths = casePaths;
        this.called = called;
        this.queued = new CachedFigure<>(cacheTime, queuedStarts::counts);
    }

    /** All processes with every step at which a case can be; each is followed by those that it calls. */
    @Transactional(readOnly = true)
    public List<ProcessState> all() {
        var set = new HashMap<String, StepTarget>();
        targets.all().forEach(t -> set.put(t.process() + "/" + t.step(), t));
        var definitions = new HashMap<String, ProcessDefinition>();
        definitions().forEach(d -> definitions.put(d.getKey(), d));
        return called.inOrder().stream()
                .flatMap(process -> Stream.ofNullable(definitions.get(process)))
                .map(d -> state(d, set))
                .toList();
    }

    /** The BPMN XML of the latest version. */
    public String diagram(String process) {
        try (var xml = repository.getProcessModel(definition(process).getId())) {
            return new String(xml.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The latest instance of the case with this key: its steps in order, current ones last. What was done before the process
     * started is among those it has passed.
     */
    @Transactional(readOnly = true)
    public Path path(String process, String businessKey) {
        return paths(process, List.of(businessKey)).getOrDefault(businessKey, new Path(process, List.of()));
    }

    /** The paths of several cases by key; cases without history are omitted. */
    @Transactional(readOnly = true)
    public Map<String, Path> paths(String process, Collection<String> businessKeys) {
        return businessKeys.isEmpty() ? Map.of() : casePaths.of(process, businessKeys);
    }

    /** A path as text. */
    public List<CaseTrail.Stop> trail(Path path) {
        var known = new HashMap<String, Map<String, ModelSteps.ModelStep>>();
        for (var step : path.steps()) {
            known.computeIfAbsent(step.process(), steps::steps);
        }
        return CaseTrail.of(path, known);
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
        return Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(process)
                        .latestVersion()
                        .singleResult())
                .orElseThrow(() -> Refusal.notFound("process.not-found", process));
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
        return new ProcessState(
                process,
                name,
                definition.getVersion(),
                states,
                finished.today(),
                finished.usual(),
                called.callerOf(process).orElse(null),
                queued.get().getOrDefault(process, 0L));
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

    /**
     * One process with its steps.
     *
     * @param usualToday number of cases usually finished by this time on this weekday
     * @param calledBy the calling process; null if its instances are cases of their own
     * @param queued number of cases whose process is to be started; they are at no step yet
     */
    public record ProcessState(
            String id,
            String name,
            int version,
            List<StepState> steps,
            long finishedToday,
            double usualToday,
            @Nullable String calledBy,
            long queued) {}

    /**
     * Number of cases at a step: waiting, about to run, or stuck.
     *
     * @param late beyond the target, including those beyond the limit
     * @param over beyond the limit
     * @param yen their total value
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
            Yen yen,
            @Nullable Long targetSeconds,
            @Nullable Long limitSeconds) {}

    /** The path of a case through its process; the steps of a called process follow the step that called it. */
    public record Path(String process, List<Step> steps) {}

    /** One step of a path; {@code until} is null while the case is at the step. */
    public record Step(String process, String id, String type, Instant since, @Nullable Instant until) {
        static Step of(CaseHistory.Entry entry) {
            return new Step(entry.process(), entry.step(), entry.type(), entry.since(), entry.until());
        }
    }
}
