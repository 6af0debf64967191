package jp.otodoke.partners.exchange.web;

import java.io.FilterInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.otodoke.partners.exchange.ExchangedMessage;
import jp.otodoke.partners.exchange.ExchangedMessages;
import jp.otodoke.platform.csv.CharacterSets;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.platform.personal.Masking;
import jp.otodoke.platform.personal.PersonalView;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The content of a message, masked according to the reader's permissions. */
@Component
class ShownContent {
    private static final int LONGEST_CHARACTER = 3;

    private final ExchangedMessages messages;
    private final PersonalView personal;

    ShownContent(ExchangedMessages messages, PersonalView personal) {
        this.messages = messages;
        this.personal = personal;
    }

    /** All of it, as a download of any length. */
    ResponseEntity<Resource> download(ExchangedMessage message) {
        var name = message.fileName().replaceAll("[^A-Za-z0-9._-]", "_");
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(new InputStreamResource(stream(message)));
    }

    /** The bytes as exchanged; masked content is text in the same encoding. */
    InputStream stream(ExchangedMessage message) {
        var content = messages.content(message.id());
        if (!clear()) {
            return new MaskedStream(content, charset(message, content));
        }
        return new FilterInputStream(content.stream()) {
            @Override
            public void close() {
                content.close();
            }
        };
    }

    /** At most this many bytes of it, as readable text. */
    String text(ExchangedMessage message, int most) {
        var content = messages.beginning(message.id(), most);
        var text = new String(content, charset(message, content, content.length == most));
        return clear() ? text : Masking.raw(text);
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
                                Masking.raw(r.raw()),
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

    private static Charset charset(ExchangedMessage message, FileContent content) {
        return !message.fileName().endsWith(".csv") || CharacterSets.isUtf8(content)
                ? StandardCharsets.UTF_8
                : CharacterSets.CP932;
    }

    /** @param cut whether the last character may have been cut in two */
    private static Charset charset(ExchangedMessage message, byte[] content, boolean cut) {
        if (!message.fileName().endsWith(".csv")) {
            return StandardCharsets.UTF_8;
        }
        var utf8 = new String(content, StandardCharsets.UTF_8);
        int broken = utf8.indexOf('\uFFFD');
        return broken < 0 || cut && broken >= utf8.length() - LONGEST_CHARACTER
                ? StandardCharsets.UTF_8
                : CharacterSets.CP932;
    }
}
