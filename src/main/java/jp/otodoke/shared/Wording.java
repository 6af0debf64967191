package jp.otodoke.shared;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in both languages what stands in the message files. */
@Component
public class Wording {
    private final MessageSource texts;

    Wording(MessageSource texts) {
        this.texts = texts;
    }

    /** @param arguments what is itself {@link Words} is said in each language */
    public Words say(String key, Object... arguments) {
        return new Words(text(key, arguments, Locale.JAPANESE), text(key, arguments, Locale.ENGLISH));
    }

    /** What the message files call a code; a code that they don't know is its own name. */
    public Words name(String prefix, String code) {
        var said = say(prefix + "." + code);
        return said.japanese().equals(prefix + "." + code) ? Words.asWritten(code) : said;
    }

    private String text(String key, Object[] arguments, Locale locale) {
        var said = Arrays.stream(arguments)
                .map(a -> a instanceof Words words ? words.in(locale) : a)
                .toArray();
        var text = texts.getMessage(key, said, key, locale);
        return text == null ? key : text;
    }
}
