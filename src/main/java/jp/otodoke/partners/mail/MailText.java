package jp.otodoke.partners.mail;

import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Fills the templates under {@code templates/mail/}; the first line is the subject. */
@Component
class MailText {
    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    MailText() {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/mail/");
        resolver.setSuffix(".txt");
        resolver.setTemplateMode(TemplateMode.TEXT);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setCacheable(true);
        engine.setTemplateResolver(resolver);
    }

    Written write(String template, Map<String, String> values) {
        var context = new Context(Locale.JAPANESE);
        values.forEach(context::setVariable);
        var text = engine.process(template, context).replace("\r\n", "\n");
        int end = text.indexOf('\n');
        if (end < 0) {
            throw new IllegalStateException("Mail template " + template + " has no body below its subject");
        }
        return new Written(
                text.substring(0, end).strip(), text.substring(end + 1).stripLeading());
    }

    record Written(String subject, String body) {}
}
