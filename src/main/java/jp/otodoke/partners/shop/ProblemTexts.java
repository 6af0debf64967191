package jp.otodoke.partners.shop;

import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in words what is wrong in an order file. */
@Component
class ProblemTexts {
    private final MessageSource texts;

    ProblemTexts(MessageSource texts) {
        this.texts = texts;
    }

    /** {0} is the column, what follows are the problem's own arguments. */
    String of(Problem problem, Locale locale) {
        var arguments = Stream.concat(Stream.of(problem.field()), problem.arguments().stream())
                .toArray();
        return text("shop.problem." + problem.reason(), locale, arguments);
    }

    String text(String key, Locale locale, Object... arguments) {
        var text = texts.getMessage(key, arguments, key, locale);
        return text == null ? key : text;
    }
}
