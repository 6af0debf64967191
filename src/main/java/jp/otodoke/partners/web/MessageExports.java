package jp.otodoke.partners.web;

import java.util.List;
import jp.otodoke.partners.ExchangedMessage;
import jp.otodoke.partners.ExchangedMessages;
import jp.otodoke.shared.export.Column;
import jp.otodoke.shared.export.Exports;
import jp.otodoke.shared.export.Table;
import jp.otodoke.shared.pages.Show;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Exactly the filtered messages as a file: what was exchanged and when, nothing of what stands in them. */
@Controller
class MessageExports {
    private final ExchangedMessages messages;
    private final Exports exports;
    private final List<Column<ExchangedMessage>> columns;

    MessageExports(ExchangedMessages messages, Exports exports, Show show) {
        this.messages = messages;
        this.exports = exports;
        this.columns = List.of(
                new Column<>("partners.number", ExchangedMessage::id),
                new Column<>("partners.at", ExchangedMessage::createdAt),
                new Column<>("partners.partner", m -> show.name("partner", m.partner())),
                new Column<>("partners.direction", m -> show.name("partners.direction", m.direction())),
                new Column<>("partners.file", ExchangedMessage::fileName),
                new Column<>("partners.records", ExchangedMessage::records),
                new Column<>("partners.quarantined", ExchangedMessage::quarantined),
                new Column<>("partners.attempts", ExchangedMessage::attempts),
                new Column<>("partners.state", m -> show.name("status.message", m.state())));
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
        var filter =
                (partner.isBlank() ? "" : "partner=" + partner.strip() + " ") + (q.isBlank() ? "" : "q=" + q.strip());
        return new Table<>("messages", filter.strip(), columns, use -> messages.each(partner, q, sort, use));
    }
}
