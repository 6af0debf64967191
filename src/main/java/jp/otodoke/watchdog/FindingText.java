package jp.otodoke.watchdog;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A finding in words: what is wrong, and what to do. Templates reach it as {@code @findingText}. */
@Component("findingText")
public class FindingText {
    private final MessageSource messages;

    FindingText(MessageSource messages) {
        this.messages = messages;
    }

    public String title(Finding finding, Locale locale) {
        return say("watch." + finding.kind(), locale);
    }

    public String what(Finding finding, Locale locale) {
        var key = finding.subject().equals(GoRound.MANY) ? "watch.many" : "watch." + finding.kind() + ".what";
        return say(key, locale, words(finding, locale));
    }

    public String todo(Finding finding, Locale locale) {
        return say("watch." + finding.kind() + ".todo", locale);
    }

    /** Facts may be names of states or steps; what has a text of its own is said with it. */
    private Object[] words(Finding finding, Locale locale) {
        return finding.facts().stream().map(fact -> named(fact, locale)).toArray();
    }

    private String named(String fact, Locale locale) {
        if (!fact.startsWith("#")) {
            return fact;
        }
        var text = messages.getMessage(fact.substring(1), null, fact.substring(fact.lastIndexOf('.') + 1), locale);
        return text == null ? fact : text;
    }

    private String say(String key, Locale locale, @Nullable Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
