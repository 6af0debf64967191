package jp.otodoke.platform.text;

import java.util.Arrays;
import java.util.Locale;
import jp.otodoke.shared.BilingualText;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in both languages what stands in the message files. */
@Component
public class MessageTexts {
    private final MessageSource texts;

    MessageTexts(MessageSource texts) {
        this.texts = texts;
    }

    /** @param arguments what is itself {@link BilingualText} is said in each language */
    public BilingualText say(String key, Object... arguments) {
        return new BilingualText(text(key, arguments, Locale.JAPANESE), text(key, arguments, Locale.ENGLISH));
    }

    /** What the message files call a code; a code that they don't know is its own name. */
    public BilingualText name(String prefix, String code) {
        var said = say(prefix + "." + code);
        return said.japanese().equals(prefix + "." + code) ? BilingualText.asWritten(code) : said;
    }

    private String text(String key, Object[] arguments, Locale locale) {
        var said = Arrays.stream(arguments)
                .map(a -> a instanceof BilingualText bilingualText ? bilingualText.in(locale) : a)
                .toArray();
        var text = texts.getMessage(key, said, key, locale);
        return text == null ? key : text;
    }
}
