package jp.otodoke.workflow;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import jp.otodoke.workflow.ProcessMonitor.Path;

/** A case's way through its process in the form that the drawn diagram reads. */
public final class PathMap {
    /** They stand open as long as something inside them does, and are no place by themselves. */
    private static final Set<String> CONTAINERS = Set.of("subProcess", "multiInstanceBody", "transaction");

    private PathMap() {}

    public static String of(Path path) {
        var passed = new LinkedHashSet<String>();
        var here = new LinkedHashSet<String>();
        for (var step : path.steps()) {
            if (!CONTAINERS.contains(step.type())) {
                (step.until() == null ? here : passed).add(step.id());
            }
        }
        passed.removeAll(here);
        return "{\"passed\":[%s],\"here\":[%s]}".formatted(list(passed), list(here));
    }

    private static String list(Collection<String> ids) {
        return ids.stream().map(id -> '"' + id + '"').collect(joining(","));
    }
}
