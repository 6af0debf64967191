package jp.otodoke.membership.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jp.otodoke.membership.DuesPeriod;
import jp.otodoke.membership.MembershipPlan;
import jp.otodoke.membership.MembershipPlans;
import jp.otodoke.membership.SavePlan;
import jp.otodoke.platform.pages.ListLimits;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The plans of members, and the form that changes one. */
@Controller
@RequestMapping("/membership-plans")
class MembershipPlanPage {
    private static final int SIZE = 50;
    private static final Form EMPTY = new Form(null, null, null, "10", DuesPeriod.MONTH, "27", "60", true);

    private final MembershipPlans plans;
    private final SavePlan savePlan;

    MembershipPlanPage(MembershipPlans plans, SavePlan savePlan) {
        this.plans = plans;
        this.savePlan = savePlan;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        return page(page, EMPTY, null, model);
    }

    @GetMapping("/{code}")
    String edit(@PathVariable String code, Model model) {
        return page(0, Form.of(plans.get(code).plan()), code, model);
    }

    @PostMapping
    String add(@ModelAttribute("form") Form form, Model model, RedirectAttributes after, Locale locale) {
        try {
            savePlan.add(form.read());
        } catch (InvalidInput mistakes) {
            model.addAttribute("problems", mistakes.problems());
            return page(0, form, null, model);
        }
        return saved(after, locale);
    }

    @PostMapping("/{code}")
    String change(
            @PathVariable String code,
            @ModelAttribute("form") Form form,
            Model model,
            RedirectAttributes after,
            Locale locale) {
        var typed = form.withCode(code);
        try {
            savePlan.change(typed.read());
        } catch (InvalidInput mistakes) {
            model.addAttribute("problems", mistakes.problems());
            return page(0, typed, code, model);
        } catch (Refusal used) {
            after.addFlashAttribute("refused", used.words().in(locale));
            return "redirect:/membership-plans";
        }
        return saved(after, locale);
    }

    @PostMapping("/{code}/remove")
    String remove(@PathVariable String code, RedirectAttributes after, Locale locale) {
        try {
            savePlan.remove(code);
            after.addFlashAttribute(
                    "done", BilingualText.of("plan.removed", code).in(locale));
        } catch (Refusal used) {
            after.addFlashAttribute("refused", used.words().in(locale));
        }
        return "redirect:/membership-plans";
    }

    private static String saved(RedirectAttributes after, Locale locale) {
        after.addFlashAttribute("done", BilingualText.of("plan.saved").in(locale));
        return "redirect:/membership-plans";
    }

    private String page(int asked, Form form, @Nullable String editing, Model model) {
        var total = plans.count();
        var page = ListLimits.page(asked, total, SIZE);
        model.addAttribute("form", form);
        model.addAttribute("editing", editing);
        model.addAttribute("periods", DuesPeriod.values());
        model.addAttribute("rates", List.of(10, 8, 0));
        model.addAttribute("plans", plans.list(null, page * SIZE, SIZE));
        model.addAttribute("total", total);
        model.addAttribute("page", page);
        model.addAttribute("size", SIZE);
        return "membership/plans";
    }

    /** A plan as it is typed. */
    record Form(
            @Nullable String code,
            @Nullable String name,
            @Nullable String dues,
            @Nullable String taxRate,
            @Nullable DuesPeriod period,
            @Nullable String dueDay,
            @Nullable String graceDays,
            boolean active) {
        private static final int NONE = -1;

        private static Form of(MembershipPlan plan) {
            return new Form(
                    plan.code(),
                    plan.name(),
                    String.valueOf(plan.dues().amount()),
                    String.valueOf(plan.taxRate()),
                    plan.period(),
                    String.valueOf(plan.dueDay()),
                    String.valueOf(plan.graceDays()),
                    plan.active());
        }

        private Form withCode(String known) {
            return new Form(known, name, dues, taxRate, period, dueDay, graceDays, active);
        }

        private MembershipPlan read() {
            var problems = new ArrayList<FieldProblem>();
            int yen = number(dues, "dues", problems);
            int day = number(dueDay, "dueDay", problems);
            int grace = number(graceDays, "graceDays", problems);
            if (!problems.isEmpty()) {
                throw new InvalidInput(problems);
            }
            return new MembershipPlan(
                    TextNormalizer.clean(code),
                    TextNormalizer.clean(name),
                    Yen.of(yen),
                    Set.of("10", "8", "0").contains(TextNormalizer.clean(taxRate))
                            ? Integer.parseInt(TextNormalizer.clean(taxRate))
                            : NONE,
                    period == null ? DuesPeriod.MONTH : period,
                    day,
                    grace,
                    active);
        }

        private static int number(@Nullable String typed, String field, List<FieldProblem> problems) {
            var digits = TextNormalizer.clean(typed).replaceAll("[\\p{Sc}\\\\,]|\\D$", "");
            if (digits.matches("\\d{1,8}")) {
                return Integer.parseInt(digits);
            }
            problems.add(new FieldProblem(field, "invalid", BilingualText.of("plan.problem." + field + ".invalid")));
            return NONE;
        }
    }
}
