package jp.otodoke.workflow.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import jp.otodoke.shared.Yen;
import jp.otodoke.workflow.ProcessMonitor.ProcessState;
import jp.otodoke.workflow.ProcessMonitor.StepState;
import org.jspecify.annotations.Nullable;

/** A process as shown on its page; {@code map} is the data for the diagram viewer. */
record ProcessCard(
        String id,
        String name,
        int version,
        List<StepState> steps,
        long open,
        long incidents,
        long late,
        long over,
        Yen yen,
        long finishedToday,
        double usualToday,
        @Nullable Instant oldest,
        @Nullable String calledBy,
        long queued,
        String map) {
    static ProcessCard of(ProcessState state, StepOverlays marks) {
        var steps = state.steps();
        return new ProcessCard(
                state.id(),
                state.name(),
                state.version(),
                steps,
                steps.stream().mapToLong(ProcessCard::atStep).sum(),
                steps.stream().mapToLong(StepState::incidents).sum(),
                steps.stream().mapToLong(StepState::late).sum(),
                steps.stream().mapToLong(StepState::over).sum(),
                Yen.sum(steps, StepState::yen),
                state.finishedToday(),
                state.usualToday(),
                steps.stream()
                        .map(StepState::oldest)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                state.calledBy(),
                state.queued(),
                marks.of(state));
    }

    /** Number of all cases at the step. A boundary event has only incidents; its case is counted at the step. */
    static long atStep(StepState step) {
        return step.oldest() == null ? 0 : step.waiting() + step.running() + step.incidents();
    }

    /** {@code over}, {@code late} or {@code fine}. */
    static String tone(StepState step) {
        return step.over() > 0 ? "over" : step.late() > 0 ? "late" : "fine";
    }
}
