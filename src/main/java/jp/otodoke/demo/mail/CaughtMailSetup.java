package jp.otodoke.demo.mail;

import java.io.IOException;
import jp.otodoke.partners.mail.MailSetup;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/**
 * Mail goes to the server named by {@code OTODOKE_SMTP_HOST}, otherwise to the one inside the application, which
 * stores it.
 */
@Configuration(proxyBeanMethods = false)
class CaughtMailSetup {
    @Bean(destroyMethod = "close")
    MailCatcher mailCatcher(
            CaughtMails caught, @Value("${otodoke.smtp.host:}") String host, @Value("${otodoke.smtp.port:0}") int port)
            throws IOException {
        return new MailCatcher(caught, host.isBlank() ? port : 0);
    }

    @Bean
    JavaMailSender caughtOrSent(
            MailCatcher catcher,
            @Value("${otodoke.smtp.host:}") String host,
            @Value("${otodoke.smtp.port:25}") int port,
            @Value("${otodoke.smtp.username:}") String username,
            @Value("${otodoke.smtp.password:}") String password) {
        return host.isBlank()
                ? MailSetup.sender("127.0.0.1", catcher.port(), "", "")
                : MailSetup.sender(host, port, username, password);
    }
}
