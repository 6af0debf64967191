package jp.otodoke.partners.web;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import jp.otodoke.partners.ExchangedMessage;
import jp.otodoke.partners.ExchangedMessages;
import jp.otodoke.partners.ResendMessage;
import jp.otodoke.partners.csv.Cp932;
import jp.otodoke.shared.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the exchange with each partner stands, and every message with its bytes. */
@Controller
class PartnerPages {
    private static final int SIZE = 50;
    private static final int SHOWN = 200_000;

    private final ExchangedMessages messages;
    private final ResendMessage resend;
    private final MessageSource texts;

    PartnerPages(ExchangedMessages messages, ResendMessage resend, MessageSource texts) {
        this.messages = messages;
        this.resend = resend;
        this.texts = texts;
    }

    @GetMapping("/partners")
    String overview(Model model) {
        model.addAttribute("contacts", messages.contacts());
        return "partners/overview";
    }

    @GetMapping("/partners/messages")
    String list(
            @RequestParam(defaultValue = "") String partner,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        int number = Math.max(0, page);
        model.addAttribute("messages", messages.list(partner, q, number * SIZE, SIZE));
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
        var content = messages.content(id);
        model.addAttribute("message", message);
        model.addAttribute("references", messages.references(id));
        model.addAttribute("setAside", messages.setAside(id));
        model.addAttribute("text", text(message, content));
        model.addAttribute("cut", content.length > SHOWN);
        return "partners/message";
    }

    @GetMapping("/partners/messages/{id}/content")
    ResponseEntity<byte[]> content(@PathVariable long id) {
        var name = messages.get(id).fileName().replaceAll("[^A-Za-z0-9._-]", "_");
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(messages.content(id));
    }

    @PostMapping("/partners/messages/{id}/resend")
    String resend(@PathVariable long id, RedirectAttributes flash, Locale locale) {
        try {
            resend.resend(id);
            flash.addFlashAttribute("done", texts.getMessage("partners.resend.done", null, locale));
        } catch (Refusal e) {
            flash.addFlashAttribute("refused", texts.getMessage(e.messageKey(), e.arguments(), locale));
        }
        return "redirect:/partners/messages/" + id;
    }

    private static String text(ExchangedMessage message, byte[] content) {
        return new String(content, 0, Math.min(content.length, SHOWN), charset(message, content));
    }

    private static Charset charset(ExchangedMessage message, byte[] content) {
        if (!message.fileName().endsWith(".csv")) {
            return StandardCharsets.UTF_8;
        }
        var utf8 = new String(content, StandardCharsets.UTF_8);
        return utf8.indexOf('\uFFFD') < 0 ? StandardCharsets.UTF_8 : Cp932.CHARSET;
    }
}
