package jp.otodoke.workflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.otodoke.workflow.ModelSteps.ModelStep;
import jp.otodoke.workflow.ProcessMonitor.Path;

/** The steps of a case in order, as text, without gateways and subprocess frames. */
public final class CaseTrail {
    private static final Set<String> UNSAID =
            Set.of("startEvent", "subProcess", "multiInstanceBody", "transaction", "callActivity", "exclusiveGateway");
    /** If there are more, only the latest are shown, as for orders held and changed many times. */
    private static final int MOST = 24;

    private CaseTrail() {}

    static List<Stop> of(Path path, Map<String, Map<String, ModelStep>> steps) {
        var stops = new ArrayList<Stop>();
        for (var step : path.steps()) {
            var model = steps.getOrDefault(step.process(), Map.of()).get(step.id());
            if (model != null && !UNSAID.contains(step.type())) {
                var stop = new Stop(step.process(), step.id(), model.name(), step.since(), step.until() == null, 1);
                var last = stops.isEmpty() ? null : stops.get(stops.size() - 1);
                if (last != null
                        && last.step().equals(stop.step())
                        && last.process().equals(stop.process())) {
                    stops.set(stops.size() - 1, last.again(stop));
                } else {
                    stops.add(stop);
                }
            }
        }
        return List.copyOf(stops.subList(Math.max(0, stops.size() - MOST), stops.size()));
    }

    /**
     * @param process the process whose diagram contains the step
     * @param name as in the diagram
     * @param here whether the case is at the step now
     * @param times number of consecutive repetitions, as with reminders
     */
    public record Stop(String process, String step, String name, Instant since, boolean here, int times) {
        Stop again(Stop next) {
            return new Stop(process, step, name, next.since, here || next.here, times + 1);
        }
    }
}
