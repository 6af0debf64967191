package jp.otodoke.subscriptions.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.CalendarRange;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.subscriptions.PlannedTurn;
import jp.otodoke.subscriptions.PreviewSchedule;
import jp.otodoke.subscriptions.ReadRule;
import jp.otodoke.subscriptions.RuleJson;
import jp.otodoke.subscriptions.ScheduleRule;
import jp.otodoke.subscriptions.Shift;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The dates of a rule and why they are shifted; nothing is saved. */
@RestController
@RequestMapping("/api/v1/subscriptions/preview")
class SchedulePreviewApi {
    private static final int USUAL = 12;
    private static final int MOST = 1_000;
    private static final int MOST_CLOSED = 1_000;

    private final PreviewSchedule preview;

    SchedulePreviewApi(PreviewSchedule preview) {
        this.preview = preview;
    }

    @PostMapping
    Answer preview(@RequestBody Asked asked) {
        var problems = new ArrayList<FieldProblem>();
        var rule = ReadRule.of(asked.rule(), "rule", problems).orElse(null);
        var first = day("first", asked.first(), problems);
        int count = count(asked.count(), problems);
        var closed = closed(asked.closedDays(), problems);
        var shift = shift(asked.shift(), closed, problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return Answer.of(turns(Objects.requireNonNull(rule), Objects.requireNonNull(first), count, closed, shift));
    }

    private List<PlannedTurn> turns(
            ScheduleRule rule, LocalDate first, int count, @Nullable Set<LocalDate> closed, @Nullable Shift shift) {
        return closed == null
                ? preview.preview(rule, first, count, shift)
                : PreviewSchedule.around(closed, Objects.requireNonNullElse(shift, Shift.AFTER), rule, first, count);
    }

    private static @Nullable LocalDate day(String field, @Nullable String written, List<FieldProblem> problems) {
        if (written == null || written.isBlank()) {
            problems.add(new FieldProblem(field, "required", BilingualText.of("schedule.problem.required")));
            return null;
        }
        try {
            return CalendarRange.day(written);
        } catch (DateTimeException noDay) {
            problems.add(new FieldProblem(field, "invalid", BilingualText.of("schedule.problem.date")));
            return null;
        }
    }

    private static int count(@Nullable Integer count, List<FieldProblem> problems) {
        if (count != null && (count < 1 || count > MOST)) {
            problems.add(new FieldProblem("count", "invalid", BilingualText.of("schedule.problem.number", 1, MOST)));
        }
        return Objects.requireNonNullElse(count, USUAL);
    }

    private static @Nullable Set<LocalDate> closed(@Nullable List<@Nullable String> days, List<FieldProblem> problems) {
        if (days == null) {
            return null;
        }
        var closed = new HashSet<LocalDate>();
        if (days.size() > MOST_CLOSED) {
            problems.add(
                    new FieldProblem("closedDays", "invalid", BilingualText.of("schedule.problem.many", MOST_CLOSED)));
            return closed;
        }
        for (int i = 0; i < days.size(); i++) {
            var day = day("closedDays[" + i + "]", days.get(i), problems);
            if (day != null) {
                closed.add(day);
            }
        }
        return closed;
    }

    /** Who names closed days says to which side a delivery moves. */
    private static @Nullable Shift shift(
            @Nullable String name, @Nullable Set<LocalDate> closed, List<FieldProblem> problems) {
        if (name == null || name.isBlank()) {
            if (closed != null && !closed.isEmpty()) {
                problems.add(new FieldProblem("shift", "required", BilingualText.of("schedule.problem.required")));
            }
            return null;
        }
        var shift = Arrays.stream(Shift.values())
                .filter(way -> way.name().equals(name))
                .findFirst();
        if (shift.isEmpty()) {
            problems.add(new FieldProblem("shift", "unknown", BilingualText.of("schedule.problem.shift")));
        }
        return shift.orElse(null);
    }

    @Schema(name = "SchedulePreviewRequest")
    record Asked(
            @Nullable RuleJson rule,
            @Schema(example = "2026-01-31", description = "May lie in the past") @Nullable String first,
            @Schema(example = "12", description = "12 unless given, 1000 at most") @Nullable Integer count,
            @Schema(
                            example = "[\"2026-02-01\"]",
                            description =
                                    "With shift they replace the calendars of warehouse and carrier, and lead times")
                    @Nullable
                    List<@Nullable String> closedDays,
            @Schema(
                            allowableValues = {"BEFORE", "AFTER"},
                            description = "To which side a delivery moves; the firm's own without it and closedDays")
                    @Nullable
                    String shift) {}

    @Schema(name = "SchedulePreview")
    record Answer(List<Turn> turns) {
        static Answer of(List<PlannedTurn> turns) {
            return new Answer(turns.stream().map(Turn::of).toList());
        }
    }

    @Schema(name = "SchedulePreviewTurn")
    record Turn(int turn, LocalDate nominal, LocalDate delivery, List<String> causes) {
        static Turn of(PlannedTurn planned) {
            return new Turn(
                    planned.turn(),
                    planned.nominal(),
                    planned.delivery(),
                    planned.causes().stream()
                            .map(cause -> cause.in(LocaleContextHolder.getLocale()))
                            .toList());
        }
    }
}
