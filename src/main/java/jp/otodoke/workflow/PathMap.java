package jp.otodoke.workflow;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import jp.otodoke.workflow.ProcessMonitor.Path;
import jp.otodoke.workflow.ProcessMonitor.Step;

/** A case's way through its process in the form that the drawn diagram reads. */
public final class PathMap {
    /** They stand open as long as something inside them does, and are no place by themselves. */
    private static final Set<String> CONTAINERS = Set.of("subProcess", "multiInstanceBody", "transaction");

    private PathMap() {}

    /** The way through the case's own process, and under {@code called} the way through each that it called. */
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
        var passed = new LinkedHashSet<String>();
        var here = new LinkedHashSet<String>();
        for (var step : path.steps()) {
            if (step.process().equals(process) && !CONTAINERS.contains(step.type())) {
                (step.until() == null ? here : passed).add(step.id());
            }
        }
        passed.removeAll(here);
        return "\"passed\":[%s],\"here\":[%s]".formatted(list(passed), list(here));
    }

    private static String list(Collection<String> ids) {
        return ids.stream().map(id -> '"' + id + '"').collect(joining(","));
    }
}
