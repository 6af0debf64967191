package jp.otodoke.partners.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import jp.otodoke.partners.exchange.MessageLog;
import jp.otodoke.partners.exchange.OutboxRow;
import jp.otodoke.shared.BusinessClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Renders a mail from its template, sends it and stores what was sent. */
@Component("mailSender")
public class MailSender {
    private static final String LINK = "link";
    private static final String REDACTED = "***";

    private final JavaMailSender sender;
    private final MailText text;
    private final MessageLog messages;
    private final BusinessClock clock;
    private final String from;

    MailSender(
            JavaMailSender sender,
            MailText text,
            MessageLog messages,
            BusinessClock clock,
            @Value("${otodoke.mail.from:shop@otodoke.example}") String from) {
        this.sender = sender;
        this.text = text;
        this.messages = messages;
        this.clock = clock;
        this.from = from;
    }

    /** Called by the route in the transaction that locks the row. */
    public void send(OutboxRow row) {
        try {
            var mail = write(row, row.payload());
            sender.send(mail);
            var reference = row.reference();
            messages.sent(
                    row.partner(),
                    row.type(),
                    row.key(),
                    bytes(write(row, withoutLink(row.payload()))),
                    reference == null ? Set.of() : Set.of(reference));
        } catch (MessagingException e) {
            throw new IllegalStateException("A mail that can't be written: " + row.key(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A link that opens a page without signing in is the customer's alone: the copy that staff can read has none. */
    private static Map<String, String> withoutLink(Map<String, String> values) {
        var shown = new HashMap<>(values);
        shown.computeIfPresent(LINK, (name, link) -> link.isEmpty() ? link : REDACTED);
        return shown;
    }

    private MimeMessage write(OutboxRow row, Map<String, String> values) throws MessagingException {
        var mail = sender.createMimeMessage();
        var written = text.write(row.value(MailQueue.TEMPLATE), values);
        var helper = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(row.value(MailQueue.TO));
        helper.setSubject(written.subject());
        helper.setText(written.body());
        helper.setSentDate(Date.from(clock.instant()));
        // A mail that is resent after a crash has the same id, by which mail servers drop the second copy.
        mail.setHeader("Message-ID", "<" + row.id() + "." + row.key().replaceAll("[^A-Za-z0-9-]", ".") + "@otodoke>");
        return mail;
    }

    private static byte[] bytes(MimeMessage mail) throws MessagingException, IOException {
        var out = new ByteArrayOutputStream();
        mail.writeTo(out);
        return out.toByteArray();
    }
}
