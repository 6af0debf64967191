package jp.otodoke.dunning.web;

import java.util.List;
import java.util.Locale;
import jp.otodoke.dunning.DunningLetters;
import jp.otodoke.platform.pages.PageFrame;
import jp.otodoke.shared.BilingualText;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Letters that are to be printed and posted. */
@Controller
class DunningLettersPage {
    private static final int SIZE = 50;

    private final DunningLetters letters;
    private final PageFrame pageFrame;

    DunningLettersPage(DunningLetters letters, PageFrame pageFrame) {
        this.letters = letters;
        this.pageFrame = pageFrame;
    }

    @GetMapping("/dunning/letters")
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        var total = letters.countToSend();
        var shown = Math.max(0, Math.min(page, (int) ((total - 1) / SIZE)));
        model.addAttribute("letters", letters.toSend(shown * SIZE, SIZE));
        model.addAttribute("total", total);
        model.addAttribute("page", shown);
        model.addAttribute("size", SIZE);
        return "dunning/letters";
    }

    @PostMapping("/dunning/letters")
    String sent(
            @RequestParam(name = "letter", defaultValue = "") List<Long> posted,
            RedirectAttributes flash,
            Locale locale) {
        var count = letters.sent(posted, pageFrame.user());
        flash.addFlashAttribute(
                "done", BilingualText.of("dunning.letters.marked", count).in(locale));
        return "redirect:/dunning/letters";
    }
}
