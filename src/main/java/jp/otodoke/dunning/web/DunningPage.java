package jp.otodoke.dunning.web;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import jp.otodoke.dunning.DunningCase;
import jp.otodoke.dunning.DunningCases;
import jp.otodoke.dunning.DunningCause;
import jp.otodoke.dunning.DunningStepKind;
import jp.otodoke.dunning.DunningSteps;
import jp.otodoke.dunning.PromisePayment;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.platform.pages.PageFrame;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 督促カレンダー: what will happen on which day, the cases, and each of them. */
@Controller
class DunningPage {
    private static final int SIZE = 50;
    private static final int DAYS = 14;

    private final DunningCases cases;
    private final DunningSteps steps;
    private final PromisePayment promisePayment;
    private final PageFrame pageFrame;
    private final BusinessClock clock;

    DunningPage(
            DunningCases cases,
            DunningSteps steps,
            PromisePayment promisePayment,
            PageFrame pageFrame,
            BusinessClock clock) {
        this.cases = cases;
        this.steps = steps;
        this.promisePayment = promisePayment;
        this.pageFrame = pageFrame;
        this.clock = clock;
    }

    @GetMapping("/dunning")
    String list(
            @RequestParam Map<String, String> asked,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var filter = DunningFilter.of(asked);
        var total = cases.count(filter);
        var shown = Math.max(0, Math.min(page, (int) ((total - 1) / SIZE)));
        model.addAttribute("cases", cases.list(filter, sort, shown * SIZE, SIZE));
        model.addAttribute("total", total);
        model.addAttribute("page", shown);
        model.addAttribute("size", SIZE);
        model.addAttribute("filter", filter);
        model.addAttribute("states", DunningCase.State.values());
        model.addAttribute("causes", DunningCause.values());
        model.addAttribute("methods", PaymentMethod.values());
        model.addAttribute("kinds", DunningStepKind.values());
        model.addAttribute("calendar", steps.planned(clock.today().plusDays(DAYS)));
        return "dunning/calendar";
    }

    @GetMapping("/dunning/{id}")
    String show(@PathVariable long id, Model model) {
        model.addAttribute("c", cases.get(id));
        model.addAttribute("steps", steps.of(id));
        model.addAttribute("today", clock.today());
        return "dunning/case";
    }

    @PostMapping("/dunning/{id}/promise")
    String promise(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable LocalDate until,
            RedirectAttributes flash,
            Locale locale) {
        try {
            promisePayment.promise(id, until, pageFrame.user());
            flash.addFlashAttribute(
                    "done", BilingualText.of("dunning.promise.noted").in(locale));
        } catch (InvalidInput wrong) {
            flash.addFlashAttribute("problems", wrong.problems());
        } catch (Refusal no) {
            flash.addFlashAttribute("refused", no.words().in(locale));
        }
        return "redirect:/dunning/" + id;
    }
}
