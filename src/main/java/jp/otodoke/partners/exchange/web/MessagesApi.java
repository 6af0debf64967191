package jp.otodoke.partners.exchange.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import jp.otodoke.partners.exchange.ExchangedMessage;
import jp.otodoke.partners.exchange.ExchangedMessages;
import jp.otodoke.partners.exchange.ExchangedMessages.SetAside;
import jp.otodoke.partners.exchange.ResendMessage;
import jp.otodoke.platform.web.PageQuery;
import jp.otodoke.platform.web.Paged;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The log of messages exchanged with partners. */
@RestController
@RequestMapping("/api/v1/partners/messages")
class MessagesApi {
    private final ExchangedMessages messages;
    private final ShownContent shown;
    private final ResendMessage resend;

    MessagesApi(ExchangedMessages messages, ShownContent shown, ResendMessage resend) {
        this.messages = messages;
        this.shown = shown;
        this.resend = resend;
    }

    @GetMapping
    Paged<ExchangedMessage> list(
            @RequestParam(defaultValue = "") String partner,
            @RequestParam(defaultValue = "") String q,
            PageQuery page) {
        var sort = page.sort(ExchangedMessages.SORTING).asWritten();
        return Paged.of(messages.list(partner, q, sort, page.offset(), page.size()), page, messages.count(partner, q));
    }

    @GetMapping("/{id}")
    Single show(@PathVariable long id) {
        return new Single(messages.get(id), messages.references(id), shown.setAside(id));
    }

    @GetMapping("/{id}/content")
    ResponseEntity<Resource> content(@PathVariable long id) {
        return shown.download(messages.get(id));
    }

    @PostMapping("/{id}/resend")
    Single resend(@PathVariable long id) {
        resend.resend(id);
        return show(id);
    }

    /** A message with all its parts. */
    record Single(@JsonUnwrapped ExchangedMessage message, List<String> references, List<SetAside> quarantine) {}
}
