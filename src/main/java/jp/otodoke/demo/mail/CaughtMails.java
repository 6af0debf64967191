package jp.otodoke.demo.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import jp.otodoke.shared.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Mail caught by the server inside the application. */
@Component
public class CaughtMails {
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    CaughtMails(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public void store(Collection<String> recipients, byte[] content) {
        var mail = read(content);
        jdbc.sql(
                        """
                        insert into caught_mail (caught_at, recipient, subject, body, content)
                        values (:now, :recipient, :subject, :body, :content)""")
                .param("now", Timestamp.from(clock.instant()))
                .param("recipient", String.join(", ", recipients))
                .param("subject", mail.subject())
                .param("body", mail.body())
                .param("content", content)
                .update();
    }

    /** Newest first; {@code q} is part of recipient, subject or text. */
    @Transactional(readOnly = true)
    public List<CaughtMail> latest(String q, int limit, int offset) {
        return jdbc.sql(
                        """
                        select id, caught_at, recipient, subject, body from caught_mail
                         where :q = '' or recipient ilike :like or subject ilike :like or body ilike :like
                         order by id desc limit :limit offset :offset""")
                .param("q", q)
                .param("like", "%" + q + "%")
                .param("limit", limit)
                .param("offset", offset)
                .query(CaughtMail.class)
                .list();
    }

    @Transactional(readOnly = true)
    public long count(String q) {
        return jdbc.sql(
                        """
                        select count(*) from caught_mail
                         where :q = '' or recipient ilike :like or subject ilike :like or body ilike :like""")
                .param("q", q)
                .param("like", "%" + q + "%")
                .query(Long.class)
                .single();
    }

    @Transactional(readOnly = true)
    public Optional<CaughtMail> find(long id) {
        return jdbc.sql("select id, caught_at, recipient, subject, body from caught_mail where id = :id")
                .param("id", id)
                .query(CaughtMail.class)
                .optional();
    }

    private static Read read(byte[] content) {
        try {
            var mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(content));
            var subject = mail.getSubject();
            return new Read(subject == null ? "" : subject, String.valueOf(mail.getContent()));
        } catch (MessagingException | IOException e) {
            return new Read("", new String(content, StandardCharsets.ISO_8859_1));
        }
    }

    private record Read(String subject, String body) {}

    /** One caught mail. */
    public record CaughtMail(long id, Instant caughtAt, String recipient, String subject, String body) {}
}
