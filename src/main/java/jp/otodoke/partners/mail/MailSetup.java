package jp.otodoke.partners.mail;

import java.util.Properties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Configures the mail server named by {@code OTODOKE_SMTP_HOST}, which production requires. */
@Configuration(proxyBeanMethods = false)
public class MailSetup {
    private static final String TIMEOUT_MILLIS = "10000";

    @Bean
    @Profile("production")
    JavaMailSender sent(
            @Value("${otodoke.smtp.host:}") String host,
            @Value("${otodoke.smtp.port:25}") int port,
            @Value("${otodoke.smtp.username:}") String username,
            @Value("${otodoke.smtp.password:}") String password) {
        if (host.isBlank()) {
            throw new IllegalStateException("OTODOKE_SMTP_HOST is missing: the mail server for mail to customers");
        }
        return sender(host, port, username, password);
    }

    /** @param username blank for a server without authentication */
    public static JavaMailSender sender(String host, int port, String username, String password) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(host);
        sender.setPort(port);
        var properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.localhost", "localhost");
        if (!username.isBlank()) {
            sender.setUsername(username);
            sender.setPassword(password);
            properties.put("mail.smtp.auth", "true");
        }
        sender.setJavaMailProperties(properties);
        return sender;
    }
}
