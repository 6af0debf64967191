package jp.otodoke.staff.web;

import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import jp.otodoke.platform.personal.PersonalView;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.Refusal;
import jp.otodoke.staff.RevealPersonal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Reveals personal data for a while in this session, and masks it again. */
@Controller
class RevealPage {
    private final RevealPersonal reveal;

    RevealPage(RevealPersonal reveal) {
        this.reveal = reveal;
    }

    @PostMapping("/personal")
    String reveal(
            @RequestParam String reason,
            @RequestParam(defaultValue = "/") String back,
            HttpSession session,
            RedirectAttributes after,
            Locale locale) {
        try {
            session.setAttribute(PersonalView.REVEALED_UNTIL, reveal.reveal(reason, LocalPath.path(back)));
            after.addFlashAttribute(
                    "done", BilingualText.of("personal.revealed").in(locale));
        } catch (Refusal no) {
            after.addFlashAttribute("refused", no.words().in(locale));
        }
        return "redirect:" + LocalPath.of(back);
    }

    @PostMapping("/personal/masked")
    String mask(@RequestParam(defaultValue = "/") String back, HttpSession session) {
        session.removeAttribute(PersonalView.REVEALED_UNTIL);
        return "redirect:" + LocalPath.of(back);
    }
}
