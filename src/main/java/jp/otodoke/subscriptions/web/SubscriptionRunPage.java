package jp.otodoke.subscriptions.web;

import java.time.LocalDate;
import java.util.List;
import jp.otodoke.platform.pages.ListLimits;
import jp.otodoke.platform.web.FlashMessages;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.staff.CurrentStaff;
import jp.otodoke.subscriptions.BeginSubscriptionRun;
import jp.otodoke.subscriptions.SubscriptionPolicies;
import jp.otodoke.subscriptions.SubscriptionRuns;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 定期受注生成: the runs, what one through a day would do, and each with what it left out. */
@Controller
@RequestMapping("/subscription-runs")
class SubscriptionRunPage {
    private static final int SIZE = 50;

    private final SubscriptionRuns runs;
    private final BeginSubscriptionRun begin;
    private final SubscriptionPolicies policies;
    private final FlashMessages messages;
    private final CurrentStaff staff;
    private final BusinessClock clock;

    SubscriptionRunPage(
            SubscriptionRuns runs,
            BeginSubscriptionRun begin,
            SubscriptionPolicies policies,
            FlashMessages messages,
            CurrentStaff staff,
            BusinessClock clock) {
        this.runs = runs;
        this.begin = begin;
        this.policies = policies;
        this.messages = messages;
        this.staff = staff;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable LocalDate through,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var total = runs.count();
        var shown = ListLimits.page(page, total, SIZE);
        var day = through == null ? clock.today().plusDays(policies.current().makeDays()) : through;
        try {
            begin.check(day);
            model.addAttribute("preview", runs.preview(day));
        } catch (InvalidInput outside) {
            model.addAttribute("problems", outside.problems());
        }
        model.addAttribute("through", day);
        model.addAttribute("runs", runs.list(shown * SIZE, SIZE));
        model.addAttribute("total", total);
        model.addAttribute("page", shown);
        model.addAttribute("size", SIZE);
        return "subscriptions/runs";
    }

    @PostMapping
    String begin(@RequestParam(required = false) @Nullable LocalDate through, RedirectAttributes flash) {
        messages.show(flash, () -> {
            if (through == null) {
                throw new InvalidInput(List.of(ReadSubscription.required("through")));
            }
            begin.byHand(through, staff.name());
            return "subscription-runs.begun";
        });
        return "redirect:/subscription-runs";
    }

    @GetMapping("/{run}")
    String show(@PathVariable long run, @RequestParam(defaultValue = "0") int page, Model model) {
        var one = runs.get(run);
        var total = one.skippedInAll() + one.failed();
        var shown = ListLimits.page(page, total, SIZE);
        model.addAttribute("run", one);
        model.addAttribute("leftOut", runs.leftOut(run, shown * SIZE, SIZE));
        model.addAttribute("total", total);
        model.addAttribute("page", shown);
        model.addAttribute("size", SIZE);
        return "subscriptions/run";
    }

    @PostMapping("/{run}/stop")
    String stop(@PathVariable long run, RedirectAttributes flash) {
        messages.show(flash, () -> {
            begin.stop(run, staff.name());
            return "subscription-runs.stopped";
        });
        return "redirect:/subscription-runs/" + run;
    }

    @PostMapping("/{run}/continue")
    String goOn(@PathVariable long run, RedirectAttributes flash) {
        messages.show(flash, () -> {
            begin.goOn(run);
            return "subscription-runs.goesOn";
        });
        return "redirect:/subscription-runs/" + run;
    }
}
