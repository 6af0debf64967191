package jp.otodoke.workflow.web;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.workflow.ChangeStepTarget;
import jp.otodoke.workflow.ModelSteps;
import jp.otodoke.workflow.StepTarget;
import jp.otodoke.workflow.StepTargets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The target times of all steps: visible to everyone, editable by managers. */
@Controller
class TargetPage {
    private static final int CHANGES = 50;

    private final StepTargets targets;
    private final ModelSteps steps;
    private final ChangeStepTarget changeStepTarget;

    TargetPage(StepTargets targets, ModelSteps steps, ChangeStepTarget changeStepTarget) {
        this.targets = targets;
        this.steps = steps;
        this.changeStepTarget = changeStepTarget;
    }

    @GetMapping("/processes/targets")
    String list(Model model) {
        model.addAttribute("rows", rows());
        model.addAttribute("units", DurationInput.UNITS);
        model.addAttribute("changes", targets.changes(CHANGES));
        return "workflow/targets";
    }

    @PostMapping("/processes/targets")
    String change(
            @RequestParam String process,
            @RequestParam String step,
            @RequestParam(defaultValue = "0") int target,
            @RequestParam ChronoUnit targetUnit,
            @RequestParam(defaultValue = "0") int limit,
            @RequestParam ChronoUnit limitUnit,
            RedirectAttributes flash,
            Locale locale) {
        try {
            var changed = changeStepTarget.change(
                    process, step, Duration.of(target, targetUnit), Duration.of(limit, limitUnit));
            flash.addFlashAttribute(
                    "done",
                    BilingualText.of(changed ? "targets.saved" : "targets.same").in(locale));
        } catch (InvalidInput wrong) {
            flash.addFlashAttribute("refused", words(wrong.problems().get(0), locale));
        }
        return "redirect:/processes/targets";
    }

    private String words(FieldProblem problem, Locale locale) {
        return BilingualText.withDefault(problem.message(), "targets.wrong." + problem.code())
                .in(locale);
    }

    /** Every step where a case can wait, in diagram order, including those without a target. */
    private List<Row> rows() {
        var rows = new ArrayList<Row>();
        for (var process : steps.processes()) {
            for (var step : steps.steps(process).values()) {
                if (step.waits()) {
                    rows.add(new Row(
                            process,
                            step.id(),
                            step.name(),
                            targets.of(process, step.id()).orElse(null)));
                }
            }
        }
        return rows;
    }

    record Row(String process, String step, String name, @Nullable StepTarget set) {
        public DurationInput target() {
            return set == null ? new DurationInput(1, ChronoUnit.DAYS) : DurationInput.of(set.target());
        }

        public DurationInput limit() {
            return set == null ? new DurationInput(3, ChronoUnit.DAYS) : DurationInput.of(set.limit());
        }
    }
}
