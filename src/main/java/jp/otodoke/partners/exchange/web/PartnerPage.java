package jp.otodoke.partners.exchange.web;

import java.util.Locale;
import jp.otodoke.partners.exchange.AwaitedReplies;
import jp.otodoke.partners.exchange.ExchangedMessages;
import jp.otodoke.partners.exchange.Expectations;
import jp.otodoke.partners.exchange.ResendMessage;
import jp.otodoke.platform.pages.ListLimits;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The state of the exchange with each partner, and every message with its contents. */
@Controller
class PartnerPage {
    private static final int SIZE = 50;
    private static final int SHOWN = 200_000;

    private final ExchangedMessages messages;
    private final ShownContent shown;
    private final Expectations expectations;
    private final AwaitedReplies awaitedReplies;
    private final ResendMessage resend;

    PartnerPage(
            ExchangedMessages messages,
            ShownContent shown,
            Expectations expectations,
            AwaitedReplies awaitedReplies,
            ResendMessage resend) {
        this.messages = messages;
        this.shown = shown;
        this.expectations = expectations;
        this.awaitedReplies = awaitedReplies;
        this.resend = resend;
    }

    @GetMapping("/partners")
    String overview(Model model) {
        model.addAttribute("contacts", messages.contacts());
        model.addAttribute("expected", expectations.nextFiles());
        model.addAttribute("awaited", awaitedReplies.all());
        return "partners/overview";
    }

    @GetMapping("/partners/messages")
    String list(
            @RequestParam(defaultValue = "") String partner,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        int number = ListLimits.page(page);
        model.addAttribute("messages", messages.list(partner, q, sort, number * SIZE, SIZE));
        model.addAttribute("total", messages.count(partner, q));
        model.addAttribute("contacts", messages.contacts());
        model.addAttribute("partner", partner);
        model.addAttribute("q", q);
        model.addAttribute("page", number);
        model.addAttribute("size", SIZE);
        return "partners/messages";
    }

    @GetMapping("/partners/messages/{id}")
    String show(@PathVariable long id, Model model) {
        var message = messages.get(id);
        model.addAttribute("message", message);
        model.addAttribute("references", messages.references(id));
        var setAside = shown.setAside(id);
        model.addAttribute("setAside", setAside);
        model.addAttribute("setAsideCut", setAside.size() == ExchangedMessages.MOST_SET_ASIDE);
        model.addAttribute("text", shown.text(message, SHOWN));
        model.addAttribute("cut", message.size() > SHOWN);
        return "partners/message";
    }

    @GetMapping("/partners/messages/{id}/content")
    ResponseEntity<Resource> content(@PathVariable long id) {
        return shown.download(messages.get(id));
    }

    @PostMapping("/partners/messages/{id}/resend")
    String resend(@PathVariable long id, RedirectAttributes flash, Locale locale) {
        try {
            resend.resend(id);
            flash.addFlashAttribute(
                    "done", BilingualText.of("partners.resend.done").in(locale));
        } catch (Refusal e) {
            flash.addFlashAttribute("refused", e.words().in(locale));
        }
        return "redirect:/partners/messages/" + id;
    }
}
