package jp.otodoke.demo.simulators.web;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.otodoke.shared.Refusal;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The simulated gateway's own page for cards: one chooses among test cards, and goes back with a token. */
@Controller
@Profile("demo")
class SimulatedCardForm {
    private static final List<String> TOKENS =
            List.of("tok_4242", "tok_declined_expired", "tok_declined_limit_exceeded", "tok_declined_fraudulent");

    /** @param back the page to which the browser returns; only ours */
    @GetMapping("/demo/card/form")
    String show(@RequestParam("return_to") String back, Model model) {
        var page = page(back);
        Map<String, String> cards = new LinkedHashMap<>();
        TOKENS.forEach(token -> cards.put(token, page + "?card=" + token));
        model.addAttribute("cards", cards);
        return "demo/card-form";
    }

    private static String page(String back) {
        try {
            var path = URI.create(back).getRawPath();
            if (path != null && path.startsWith("/new-card/")) {
                return path;
            }
        } catch (IllegalArgumentException unreadable) {
            // Refused like any other address.
        }
        throw Refusal.invalid("demo.card-form.unknown-page");
    }
}
