package jp.otodoke.partners.exchange.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.partners.exchange.Expectations;
import jp.otodoke.partners.exchange.Partners;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets managers edit the files and runs that are expected; the watchdog checks them. */
@Controller
class ExpectationPage {
    private final Expectations expectations;
    private final Partners partners;

    ExpectationPage(Expectations expectations, Partners partners) {
        this.expectations = expectations;
        this.partners = partners;
    }

    @GetMapping("/partners/expectations")
    String list(Model model) {
        model.addAttribute("expectations", expectations.all());
        model.addAttribute("partners", partners.codes());
        model.addAttribute("calendars", expectations.calendars());
        model.addAttribute("groups", StaffGroup.codes());
        return "partners/expectations";
    }

    @PostMapping("/partners/expectations")
    String add(Typed typed, RedirectAttributes flash, Locale locale) {
        return answer(flash, locale, "expectations.saved", () -> expectations.save(null, typed.form()));
    }

    @PostMapping("/partners/expectations/{id}")
    String change(@PathVariable long id, Typed typed, RedirectAttributes flash, Locale locale) {
        return answer(flash, locale, "expectations.saved", () -> expectations.save(id, typed.form()));
    }

    @PostMapping("/partners/expectations/{id}/delete")
    String delete(@PathVariable long id, RedirectAttributes flash, Locale locale) {
        return answer(flash, locale, "expectations.deleted", () -> expectations.delete(id));
    }

    private String answer(RedirectAttributes flash, Locale locale, String done, Runnable work) {
        try {
            work.run();
            flash.addFlashAttribute("done", BilingualText.of(done).in(locale));
        } catch (Refusal e) {
            flash.addFlashAttribute("refused", e.words().in(locale));
        } catch (InvalidInput e) {
            flash.addFlashAttribute("refused", wrong(e.problems(), locale));
        }
        return "redirect:/partners/expectations";
    }

    private String wrong(List<FieldProblem> problems, Locale locale) {
        var fields = problems.stream()
                .map(p -> BilingualText.withDefault(p.field(), "expectations." + p.field())
                        .in(locale))
                .toList();
        return BilingualText.of("expectations.wrong", String.join(", ", fields)).in(locale);
    }

    /** The submitted form; unticked boxes and empty choices are not submitted at all. */
    record Typed(
            @Nullable String kind,
            @Nullable String partner,
            @Nullable String type,
            @Nullable List<Integer> weekdays,
            @Nullable String from,
            @Nullable String until,
            @Nullable String calendar,
            @Nullable String group,
            boolean active) {
        Expectations.Form form() {
            return new Expectations.Form(
                    text(kind),
                    text(partner),
                    text(type),
                    Objects.requireNonNullElse(weekdays, List.of()),
                    text(from),
                    text(until),
                    text(calendar),
                    text(group),
                    active);
        }

        private static String text(@Nullable String typed) {
            return Objects.requireNonNullElse(typed, "");
        }
    }
}
