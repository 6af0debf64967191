package jp.otodoke.payments.desk.web;

import java.time.Instant;
import java.util.Locale;
import jp.otodoke.payments.RemitterAliases;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists for whom remitters under another name pay, as people have confirmed it, and forgets what is wrong. */
@Controller
class AliasesPage {
    private static final int SIZE = 50;

    private final RemitterAliases aliases;

    AliasesPage(RemitterAliases aliases) {
        this.aliases = aliases;
    }

    /** @param after of the last one shown before */
    @GetMapping("/deposits/aliases")
    String list(@RequestParam(required = false) @Nullable Instant after, Model model) {
        var shown = aliases.list(after, SIZE + 1);
        model.addAttribute("aliases", shown.stream().limit(SIZE).toList());
        model.addAttribute("next", shown.size() > SIZE ? shown.get(SIZE - 1).learnedAt() : null);
        return "payments/remitter-aliases";
    }

    @PostMapping("/deposits/aliases/removal")
    String remove(
            @RequestParam String remitter, @RequestParam String customer, RedirectAttributes flash, Locale locale) {
        try {
            aliases.remove(remitter, customer);
            flash.addFlashAttribute(
                    "done", BilingualText.of("deposits.alias.removed").in(locale));
        } catch (Refusal no) {
            flash.addFlashAttribute("refused", no.words().in(locale));
        }
        return "redirect:/deposits/aliases";
    }
}
