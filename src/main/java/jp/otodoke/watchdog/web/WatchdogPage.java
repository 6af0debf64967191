package jp.otodoke.watchdog.web;

import java.util.List;
import java.util.Locale;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.watchdog.Findings;
import jp.otodoke.watchdog.LastCheckRun;
import jp.otodoke.watchdog.Recipients;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Findings, open and closed, and who is notified. */
@Controller
class WatchdogPage {
    private static final int SIZE = 50;

    private final Findings findings;
    private final Recipients recipients;
    private final LastCheckRun lastCheckRun;

    WatchdogPage(Findings findings, Recipients recipients, LastCheckRun lastCheckRun) {
        this.findings = findings;
        this.recipients = recipients;
        this.lastCheckRun = lastCheckRun;
    }

    @GetMapping("/watchdog")
    String list(
            @RequestParam(defaultValue = "open") String state,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var filter = new Findings.Filter(state.equals("closed"), kind, group, q);
        int number = Math.max(0, page);
        model.addAttribute("findings", findings.list(filter, number * SIZE, SIZE));
        model.addAttribute("total", findings.count(filter));
        model.addAttribute("filter", filter);
        model.addAttribute("kinds", findings.kinds());
        model.addAttribute("groups", StaffGroup.codes());
        model.addAttribute("open", findings.open());
        model.addAttribute("page", number);
        model.addAttribute("size", SIZE);
        model.addAttribute("lastRun", lastCheckRun.find().orElse(null));
        return "watchdog/list";
    }

    @GetMapping("/watchdog/recipients")
    String recipients(Model model) {
        model.addAttribute("recipients", recipients.all());
        return "watchdog/recipients";
    }

    @PostMapping("/watchdog/recipients/{group}")
    String change(
            @PathVariable String group,
            @RequestParam(defaultValue = "") String addresses,
            RedirectAttributes flash,
            Locale locale) {
        try {
            recipients.change(group, addresses);
            flash.addFlashAttribute(
                    "done",
                    BilingualText.of(
                                    "watchdog.recipients.saved",
                                    BilingualText.withDefault(group, "group." + group)
                                            .in(locale))
                            .in(locale));
        } catch (InvalidInput e) {
            flash.addFlashAttribute("refused", wrong(e.problems(), locale));
        }
        return "redirect:/watchdog/recipients";
    }

    private String wrong(List<FieldProblem> problems, Locale locale) {
        var addresses =
                String.join(", ", problems.stream().map(FieldProblem::message).toList());
        return BilingualText.of("watchdog.recipients.wrong", addresses).in(locale);
    }
}
