package jp.otodoke.partners.exchange.web;

import java.util.List;
import jp.otodoke.partners.exchange.ExchangedMessage;
import jp.otodoke.partners.exchange.ExchangedMessages;
import jp.otodoke.platform.export.Column;
import jp.otodoke.platform.export.Exports;
import jp.otodoke.platform.export.FilterText;
import jp.otodoke.platform.export.Table;
import jp.otodoke.platform.pages.Formats;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Exports exactly the filtered messages: what was exchanged and when, without the contents. */
@Controller
class MessageExports {
    private final ExchangedMessages messages;
    private final Exports exports;
    private final List<Column<ExchangedMessage>> columns;

    MessageExports(ExchangedMessages messages, Exports exports, Formats formats) {
        this.messages = messages;
        this.exports = exports;
        this.columns = List.of(
                new Column<>("partners.number", ExchangedMessage::id),
                new Column<>("partners.at", ExchangedMessage::createdAt),
                new Column<>("partners.partner", m -> formats.name("partner", m.partner())),
                new Column<>("partners.direction", m -> formats.name("partners.direction", m.direction())),
                new Column<>("partners.file", ExchangedMessage::fileName),
                new Column<>("partners.records", ExchangedMessage::records),
                new Column<>("partners.quarantined", ExchangedMessage::quarantined),
                new Column<>("partners.attempts", ExchangedMessage::attempts),
                new Column<>("partners.state", m -> formats.name("status.message", m.state())));
    }

    @GetMapping("/partners/messages/export.csv")
    ResponseEntity<StreamingResponseBody> csv(
            @RequestParam(defaultValue = "") String partner,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String sort) {
        return exports.csv(table(partner, q, sort));
    }

    @GetMapping("/partners/messages/export.xlsx")
    ResponseEntity<StreamingResponseBody> excel(
            @RequestParam(defaultValue = "") String partner,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String sort) {
        return exports.excel(table(partner, q, sort));
    }

    private Table<ExchangedMessage> table(String partner, String q, @Nullable String sort) {
        var filter = FilterText.ALL.with("partner", partner).with("q", q);
        return new Table<>("messages", filter.text(), columns, use -> messages.each(partner, q, sort, use));
    }
}
