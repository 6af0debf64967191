package jp.otodoke.workflow;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import jp.otodoke.workflow.ProcessMonitor.Path;
import jp.otodoke.workflow.ProcessMonitor.Step;

/** The path of a case through its process, as JSON for the diagram viewer. */
public final class PathMap {
    /** They remain open while anything inside them is active, and are not steps of their own. */
    static final Set<String> CONTAINERS = Set.of("subProcess", "multiInstanceBody", "transaction");

    private PathMap() {}

    /**
     * The path through the case's own process, and under {@code called} the path through each called process. Steps at which
     * the case is not for the first time are in {@code again}: only these have been left before.
     */
    public static String of(Path path) {
        var called = path.steps().stream()
                .map(Step::process)
                .distinct()
                .filter(process -> !process.equals(path.process()))
                .map(process -> "\"%s\":{%s}".formatted(process, way(path, process)))
                .collect(joining(","));
        return "{%s,\"called\":{%s}}".formatted(way(path, path.process()), called);
    }

    private static String way(Path path, String process) {
        var passedSteps = new LinkedHashSet<String>();
        var here = new LinkedHashSet<String>();
        for (var step : path.steps()) {
            if (step.process().equals(process) && !CONTAINERS.contains(step.type())) {
                (step.until() == null ? here : passedSteps).add(step.id());
            }
        }
        var again = new LinkedHashSet<>(here);
        again.retainAll(passedSteps);
        passedSteps.removeAll(here);
        var way = "\"passed\":[%s],\"here\":[%s]".formatted(list(passedSteps), list(here));
        return again.isEmpty() ? way : way + ",\"again\":[%s]".formatted(list(again));
    }

    private static String list(Collection<String> ids) {
        return ids.stream().map(id -> '"' + id + '"').collect(joining(","));
    }
}
