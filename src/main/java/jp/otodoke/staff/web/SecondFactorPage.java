package jp.otodoke.staff.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import jp.otodoke.shared.Refusal;
import jp.otodoke.staff.SecondFactor;
import jp.otodoke.staff.StaffUser;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks for the second factor at sign-in, and sets it up. */
@Controller
@RequestMapping("/second-factor")
class SecondFactorPage {
    /** Session attribute: the secret being set up, encrypted. */
    private static final String OFFERED = "second-factor.offered";

    private final SecondFactor second;

    SecondFactorPage(SecondFactor second) {
        this.second = second;
    }

    @GetMapping
    String ask() {
        return "staff/second-factor";
    }

    @PostMapping
    String check(
            @RequestParam String code,
            @AuthenticationPrincipal StaffUser user,
            HttpServletRequest request,
            Model model,
            Locale locale) {
        try {
            second.check(user.username(), code);
        } catch (Refusal no) {
            model.addAttribute("refused", no.words().in(locale));
            return ask();
        }
        // The session gains privileges, so its id changes: nobody who knew the old one may use it.
        request.changeSessionId();
        request.getSession().setAttribute(SecondFactorFilter.SHOWN, true);
        return "redirect:/";
    }

    @GetMapping("/new")
    String offer(@AuthenticationPrincipal StaffUser user, HttpServletRequest request, Model model) {
        // A second factor can only be replaced with its own help.
        if (user.secondFactor() && !SecondFactorFilter.shown(request)) {
            return "redirect:/second-factor";
        }
        var session = request.getSession();
        var offer = session.getAttribute(OFFERED) instanceof String sealed
                ? second.offer(user, sealed)
                : second.offer(user);
        session.setAttribute(OFFERED, offer.sealed());
        model.addAttribute("offer", offer);
        model.addAttribute("picture", QrCode.of(offer.address()));
        model.addAttribute("needed", second.needed(user) && !SecondFactorFilter.shown(request));
        return "staff/second-factor-new";
    }

    @PostMapping("/new")
    String begin(
            @RequestParam String code,
            @AuthenticationPrincipal StaffUser user,
            HttpServletRequest request,
            Model model,
            Locale locale) {
        var session = request.getSession();
        if (user.secondFactor() && !SecondFactorFilter.shown(request)
                || !(session.getAttribute(OFFERED) instanceof String sealed)) {
            return "redirect:/second-factor/new";
        }
        try {
            model.addAttribute("codes", second.begin(user.username(), sealed, code));
        } catch (Refusal no) {
            model.addAttribute("refused", no.words().in(locale));
            return offer(user, request, model);
        }
        request.changeSessionId();
        end(session);
        request.getSession().setAttribute(SecondFactorFilter.SHOWN, true);
        return "staff/recovery-codes";
    }

    private static void end(HttpSession session) {
        session.removeAttribute(OFFERED);
    }
}
