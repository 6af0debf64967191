package jp.otodoke.partners.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Fills the templates under {@code templates/mail/}; the first line is the subject. */
@Component
class MailText {
    private static final Pattern NAME = Pattern.compile("\\$\\{(\\w+)");

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final Map<String, Set<String>> names = new ConcurrentHashMap<>();

    MailText() {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/mail/");
        resolver.setSuffix(".txt");
        resolver.setTemplateMode(TemplateMode.TEXT);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setCacheable(true);
        engine.setTemplateResolver(resolver);
    }

    /**
     * @throws IllegalStateException if a value that the template reads is missing, so that no incomplete mail is
     *     sent
     */
    Written write(String template, Map<String, String> values) {
        var context = new Context(Locale.JAPANESE);
        var missing = new TreeSet<>(names(template));
        missing.removeAll(values.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Mail template " + template + " was given no " + missing);
        }
        values.forEach(context::setVariable);
        var text = engine.process(template, context).replace("\r\n", "\n");
        int end = text.indexOf('\n');
        if (end < 0) {
            throw new IllegalStateException("Mail template " + template + " has no body below its subject");
        }
        return new Written(
                text.substring(0, end).strip(), text.substring(end + 1).stripLeading());
    }

    /** The values that a template reads. */
    Set<String> names(String template) {
        return names.computeIfAbsent(template, MailText::read);
    }

    private static Set<String> read(String template) {
        try (var file = MailText.class.getResourceAsStream("/templates/mail/" + template + ".txt")) {
            if (file == null) {
                throw new IllegalStateException("There is no mail template " + template);
            }
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return NAME.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Written(String subject, String body) {}
}
