package jp.otodoke.partners.web;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.otodoke.partners.ExchangedMessage;
import jp.otodoke.partners.ExchangedMessages;
import jp.otodoke.shared.csv.CharacterSets;
import jp.otodoke.shared.personal.Mask;
import jp.otodoke.shared.personal.PersonalView;
import org.springframework.stereotype.Component;

/** What was exchanged, as far as the one who looks may see it. */
@Component
class ShownContent {
    private final ExchangedMessages messages;
    private final PersonalView personal;

    ShownContent(ExchangedMessages messages, PersonalView personal) {
        this.messages = messages;
        this.personal = personal;
    }

    /** The bytes as they were exchanged; masked ones are text in the same encoding. */
    byte[] bytes(ExchangedMessage message) {
        var content = messages.content(message.id());
        if (clear()) {
            return content;
        }
        var charset = charset(message, content);
        return Mask.raw(new String(content, charset)).getBytes(charset);
    }

    /** At most so many bytes of it, to be read. */
    String text(ExchangedMessage message, int most) {
        var content = messages.content(message.id());
        var text = new String(content, 0, Math.min(content.length, most), charset(message, content));
        return clear() ? text : Mask.raw(text);
    }

    List<ExchangedMessages.SetAside> setAside(long id) {
        var all = messages.setAside(id);
        return clear()
                ? all
                : all.stream()
                        .map(r -> new ExchangedMessages.SetAside(
                                r.line(),
                                r.field(),
                                r.code(),
                                r.message(),
                                Mask.raw(r.raw()),
                                r.state(),
                                r.createdAt(),
                                r.resolvedAt()))
                        .toList();
    }

    private boolean clear() {
        if (personal.may()) {
            return true;
        }
        personal.noteMasked();
        return false;
    }

    private static Charset charset(ExchangedMessage message, byte[] content) {
        if (!message.fileName().endsWith(".csv")) {
            return StandardCharsets.UTF_8;
        }
        var utf8 = new String(content, StandardCharsets.UTF_8);
        return utf8.indexOf('\uFFFD') < 0 ? StandardCharsets.UTF_8 : CharacterSets.CP932;
    }
}
