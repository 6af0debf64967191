package jp.otodoke.workflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jp.otodoke.workflow.ModelSteps.ModelStep;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/**
 * Which process calls which, according to the latest diagrams. A case is a top-level process instance with all
 * instances it calls; a called process belongs to the process that calls it.
 */
@Component
public class CalledProcesses {
    private final RepositoryService repository;
    private final ModelSteps steps;
    private final Map<List<String>, Map<String, Set<String>>> callsOfVersions = new ConcurrentHashMap<>();

    CalledProcesses(RepositoryService repository, ModelSteps steps) {
        this.repository = repository;
        this.steps = steps;
    }

    /** The process that calls this one; empty if its instances are cases of their own. */
    public Optional<String> callerOf(String process) {
        return calls().entrySet().stream()
                .filter(caller -> caller.getValue().contains(process))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The top-level process whose cases pass through this one; itself if no process calls it. */
    public String caseProcess(String process) {
        return callerOf(process).map(this::caseProcess).orElse(process);
    }

    /** The processes that a case of this one may pass through: itself first, then all that it calls. */
    public List<String> within(String process) {
        var calls = calls();
        var found = new LinkedHashSet<String>();
        collect(process, calls, found);
        return List.copyOf(found);
    }

    /** All processes in which a case that includes this process may currently be. */
    public List<String> ofSameCase(String process) {
        return within(caseProcess(process));
    }

    /** Every process, each followed by those that it calls. */
    public List<String> inOrder() {
        var calls = calls();
        var called = new LinkedHashSet<String>();
        calls.values().forEach(called::addAll);
        var found = new LinkedHashSet<String>();
        calls.keySet().stream()
                .filter(process -> !called.contains(process))
                .forEach(process -> collect(process, calls, found));
        return List.copyOf(found);
    }

    private static void collect(String process, Map<String, Set<String>> calls, Set<String> found) {
        if (found.add(process)) {
            calls.getOrDefault(process, Set.of()).forEach(called -> collect(called, calls, found));
        }
    }

    private Map<String, Set<String>> calls() {
        var newest = repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .orderByProcessDefinitionKey()
                .asc()
                .list();
        var versions = new ArrayList<String>();
        newest.forEach(definition -> versions.add(definition.getId()));
        return callsOfVersions.computeIfAbsent(versions, known -> read(newest));
    }

    private Map<String, Set<String>> read(List<ProcessDefinition> newest) {
        var calls = new LinkedHashMap<String, Set<String>>();
        for (var definition : newest) {
            var called = new LinkedHashSet<String>();
            for (ModelStep step : steps.stepsOf(definition.getId()).values()) {
                if (step.calls() != null) {
                    called.add(step.calls());
                }
            }
            calls.put(definition.getKey(), called);
        }
        return calls;
    }
}
