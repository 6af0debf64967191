package jp.otodoke.partners.cardgateway.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jp.otodoke.partners.cardgateway.CardForm;
import jp.otodoke.payments.GiveNewCard;
import jp.otodoke.shared.Refusal;
import jp.otodoke.staff.LoginThrottle;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page behind the link in a mail: the customer gives a card at the gateway's own form, which sends the browser back with a token. It
 * shows the order's number, its amount and the last digits of the card that was refused, and nothing else.
 */
@Controller
@RequestMapping("/new-card/{link}")
class NewCardPage {
    /** Wrong links allowed from one address before it has to wait. */
    static final int FREE = 10;

    private static final String VIEW = "partners/new-card";

    private final GiveNewCard giveNewCard;
    private final CardForm form;
    private final LoginThrottle throttle;

    NewCardPage(GiveNewCard giveNewCard, CardForm form, LoginThrottle throttle) {
        this.giveNewCard = giveNewCard;
        this.form = form;
        this.throttle = throttle;
    }

    /** @param card token with which the gateway's form sends the browser back */
    @GetMapping
    String show(
            @PathVariable String link,
            @RequestParam(required = false) @Nullable String card,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (mustWait(request)) {
            return answer("WAIT", HttpStatus.TOO_MANY_REQUESTS, response, model);
        }
        var asked = giveNewCard.asked(link);
        if (asked.isEmpty()) {
            throttle.failed(key(request), FREE);
            return answer("ENDED", HttpStatus.NOT_FOUND, response, model);
        }
        model.addAttribute("asked", asked.get());
        model.addAttribute("link", link);
        model.addAttribute("card", card);
        model.addAttribute("form", form.returningTo(request.getRequestURL().toString()));
        return answer(card == null ? "ASK" : "CONFIRM", HttpStatus.OK, response, model);
    }

    @PostMapping
    String give(
            @PathVariable String link,
            @RequestParam String card,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (mustWait(request)) {
            return answer("WAIT", HttpStatus.TOO_MANY_REQUESTS, response, model);
        }
        try {
            model.addAttribute("order", giveNewCard.give(link, card));
            return answer("DONE", HttpStatus.OK, response, model);
        } catch (Refusal refusal) {
            return refused(refusal, request, response, model);
        }
    }

    private String refused(Refusal refusal, HttpServletRequest request, HttpServletResponse response, Model model) {
        return switch (refusal.kind()) {
            case CONFLICT -> answer("NOTHING_TO_PAY", HttpStatus.CONFLICT, response, model);
            case INVALID -> answer("NOT_A_CARD", HttpStatus.UNPROCESSABLE_CONTENT, response, model);
            default -> {
                throttle.failed(key(request), FREE);
                yield answer("ENDED", HttpStatus.NOT_FOUND, response, model);
            }
        };
    }

    private boolean mustWait(HttpServletRequest request) {
        return throttle.secondsLocked(key(request)) > 0;
    }

    private static String key(HttpServletRequest request) {
        return "new-card:" + request.getRemoteAddr();
    }

    private static String answer(String state, HttpStatus status, HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        model.addAttribute("state", state);
        return VIEW;
    }
}
