package jp.otodoke.membership.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import jp.otodoke.membership.JoinMembership;
import jp.otodoke.membership.MembershipPlans;
import jp.otodoke.membership.MembershipState;
import jp.otodoke.membership.Memberships;
import jp.otodoke.membership.ResumeMembership;
import jp.otodoke.membership.SuspendMembership;
import jp.otodoke.platform.pages.ListLimits;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CalendarRange;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.TextNormalizer;
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

/** Lists members, and shows one with dues and history. */
@Controller
@RequestMapping("/memberships")
class MembershipPage {
    private static final int SIZE = 50;
    private static final int PLANS_TO_CHOOSE = 200;

    private final Memberships memberships;
    private final MembershipPlans plans;
    private final JoinMembership joinMembership;
    private final SuspendMembership suspendMembership;
    private final ResumeMembership resumeMembership;
    private final BusinessClock clock;

    MembershipPage(
            Memberships memberships,
            MembershipPlans plans,
            JoinMembership joinMembership,
            SuspendMembership suspendMembership,
            ResumeMembership resumeMembership,
            BusinessClock clock) {
        this.memberships = memberships;
        this.plans = plans;
        this.joinMembership = joinMembership;
        this.suspendMembership = suspendMembership;
        this.resumeMembership = resumeMembership;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @ModelAttribute MembershipFilter filter,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        return list(filter, sort, page, new Joining(filter.customer(), filter.plan(), null), model);
    }

    @PostMapping
    String join(@ModelAttribute Joining joining, Model model, RedirectAttributes after, Locale locale) {
        try {
            var number = joining.join(joinMembership, clock);
            after.addFlashAttribute(
                    "done", BilingualText.of("membership.joined", number).in(locale));
            return "redirect:/memberships/" + number;
        } catch (InvalidInput mistakes) {
            model.addAttribute("problems", mistakes.problems());
            return list(new MembershipFilter(null, null, null), null, 0, joining, model);
        } catch (Refusal exists) {
            after.addFlashAttribute("refused", exists.words().in(locale));
            return "redirect:/memberships";
        }
    }

    @GetMapping("/{number}")
    String show(@PathVariable String number, Model model) {
        var one = memberships.get(number);
        model.addAttribute("m", one);
        model.addAttribute("plan", plans.get(one.plan()).plan());
        model.addAttribute("tenure", one.tenureDays(clock.today()));
        model.addAttribute("dues", memberships.dues(number));
        model.addAttribute("changes", memberships.changes(number));
        return "membership/membership";
    }

    @PostMapping("/{number}/{what:suspend|resume|withdraw}")
    String change(
            @PathVariable String number,
            @PathVariable String what,
            @RequestParam(required = false) @Nullable String reason,
            RedirectAttributes after,
            Locale locale) {
        try {
            switch (what) {
                case "suspend" -> suspendMembership.suspend(number, TextNormalizer.orNull(reason));
                case "withdraw" -> suspendMembership.withdraw(number, TextNormalizer.orNull(reason));
                default -> resumeMembership.resume(number);
            }
            after.addFlashAttribute(
                    "done", BilingualText.of("membership.done." + what).in(locale));
        } catch (Refusal changed) {
            after.addFlashAttribute("refused", changed.words().in(locale));
        }
        return "redirect:/memberships/{number}";
    }

    private String list(MembershipFilter filter, @Nullable String sort, int asked, Joining joining, Model model) {
        var total = memberships.count(filter.read());
        var page = ListLimits.page(asked, total, SIZE);
        model.addAttribute("members", memberships.list(filter.read(), sort, page * SIZE, SIZE));
        model.addAttribute("plans", plans.list(null, 0, PLANS_TO_CHOOSE));
        model.addAttribute("joining", joining);
        model.addAttribute("total", total);
        model.addAttribute("page", page);
        model.addAttribute("size", SIZE);
        model.addAttribute("filter", filter);
        model.addAttribute("state", filter.stateOf());
        model.addAttribute("states", MembershipState.values());
        return "membership/memberships";
    }

    /** Who joins, as it is typed. */
    record Joining(@Nullable String customer, @Nullable String plan, @Nullable String joinedOn) {
        private String join(JoinMembership joinMembership, BusinessClock clock) {
            return joinMembership.join(
                    CustomerNumber.of(TextNormalizer.clean(customer)),
                    TextNormalizer.clean(plan),
                    TextNormalizer.blank(joinedOn) ? clock.today() : day());
        }

        private LocalDate day() {
            try {
                return CalendarRange.day(joinedOn);
            } catch (DateTimeException noDay) {
                throw new InvalidInput("joinedOn", "invalid", BilingualText.of("membership.problem.joinedOn.invalid"));
            }
        }
    }
}
