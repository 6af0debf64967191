package jp.otodoke.staff.web;

import java.util.Locale;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.Refusal;
import jp.otodoke.staff.SecondFactor;
import jp.otodoke.staff.StaffUsers;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The current user's own account: password, second factor, sessions. */
@Controller
@RequestMapping("/account")
class AccountPage {
    private final StaffUsers users;
    private final SecondFactor second;
    private final Sessions sessions;

    AccountPage(StaffUsers users, SecondFactor second, Sessions sessions) {
        this.users = users;
        this.second = second;
        this.sessions = sessions;
    }

    @GetMapping
    String show(Authentication who, Model model) {
        model.addAttribute("person", users.find(who.getName()).orElse(null));
        model.addAttribute("left", second.recoveryCodesLeft(who.getName()));
        model.addAttribute("sessions", sessions.of(who.getName()));
        return "staff/account";
    }

    @PostMapping("/sessions/{handle}/end")
    String end(@PathVariable String handle, Authentication who, RedirectAttributes after, Locale locale) {
        sessions.end(who.getName(), handle);
        after.addFlashAttribute("done", BilingualText.of("staff.session.ended").in(locale));
        return "redirect:/account";
    }

    @PostMapping("/second-factor/end")
    String endSecondFactor(@RequestParam String code, Authentication who, RedirectAttributes after, Locale locale) {
        try {
            second.check(who.getName(), code);
            second.end(who.getName());
            after.addFlashAttribute(
                    "done", BilingualText.of("staff.second.ended").in(locale));
        } catch (Refusal no) {
            after.addFlashAttribute("refused", no.words().in(locale));
        }
        return "redirect:/account";
    }

    @PostMapping("/recovery-codes")
    String newCodes(
            @RequestParam String code, Authentication who, Model model, RedirectAttributes after, Locale locale) {
        try {
            second.check(who.getName(), code);
        } catch (Refusal no) {
            after.addFlashAttribute("refused", no.words().in(locale));
            return "redirect:/account";
        }
        model.addAttribute("codes", second.newRecoveryCodes(who.getName()));
        return "staff/recovery-codes";
    }
}
