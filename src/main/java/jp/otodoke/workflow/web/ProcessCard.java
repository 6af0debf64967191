package jp.otodoke.workflow.web;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import jp.otodoke.workflow.ProcessMonitor.ProcessState;
import jp.otodoke.workflow.ProcessMonitor.StepState;
import org.jspecify.annotations.Nullable;

/** A process as its page shows it; {@code map} is what the drawn diagram carries. */
record ProcessCard(
        String id,
        String name,
        int version,
        List<StepState> steps,
        long open,
        long incidents,
        long finishedToday,
        @Nullable Instant oldest,
        String map) {
    static ProcessCard of(ProcessState state) {
        var steps = state.steps();
        return new ProcessCard(
                state.id(),
                state.name(),
                state.version(),
                steps,
                steps.stream().mapToLong(ProcessCard::atStep).sum(),
                steps.stream().mapToLong(StepState::incidents).sum(),
                state.finishedToday(),
                steps.stream()
                        .map(StepState::oldest)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                map(steps));
    }

    static long atStep(StepState step) {
        return step.waiting() + step.running() + step.incidents();
    }

    private static String map(List<StepState> steps) {
        return "{\"marks\":{"
                + steps.stream()
                        .filter(s -> atStep(s) > 0)
                        .map(s -> "\"%s\":{\"n\":%d,\"bad\":%d}".formatted(s.id(), atStep(s), s.incidents()))
                        .collect(joining(","))
                + "}}";
    }
}
