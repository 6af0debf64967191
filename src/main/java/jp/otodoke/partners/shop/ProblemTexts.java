package jp.otodoke.partners.shop;

import java.util.Locale;
import java.util.stream.Stream;
import jp.otodoke.platform.text.MessageTexts;
import jp.otodoke.shared.BilingualText;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says in words what is wrong in an order file. */
@Component
class ProblemTexts {
    private final MessageSource texts;
    private final MessageTexts messageTexts;

    ProblemTexts(MessageSource texts, MessageTexts messageTexts) {
        this.texts = texts;
        this.messageTexts = messageTexts;
    }

    /** {0} is the column, what follows are the problem's own arguments. */
    String of(Problem problem, Locale locale) {
        var arguments = Stream.concat(Stream.of(problem.field()), problem.arguments().stream())
                .toArray();
        return text("shop.problem." + problem.reason(), locale, arguments);
    }

    /** In the language of whoever reads it now. */
    String here(Problem problem) {
        return of(problem, LocaleContextHolder.getLocale());
    }

    BilingualText of(Problem problem) {
        return new BilingualText(of(problem, Locale.JAPANESE), of(problem, Locale.ENGLISH));
    }

    BilingualText words(String key, Object... arguments) {
        return messageTexts.say(key, arguments);
    }

    String text(String key, Locale locale, Object... arguments) {
        var text = texts.getMessage(key, arguments, key, locale);
        return text == null ? key : text;
    }
}
