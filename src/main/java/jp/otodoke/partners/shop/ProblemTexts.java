package jp.otodoke.partners.shop;

import java.util.Locale;
import jp.otodoke.shared.Wording;
import jp.otodoke.shared.Words;
import jp.otodoke.shared.csv.Mistake;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says in words what is wrong in an order file. */
@Component
class ProblemTexts {
    private final MessageSource texts;
    private final Wording wording;

    ProblemTexts(MessageSource texts, Wording wording) {
        this.texts = texts;
        this.wording = wording;
    }

    /** {0} is the column, what follows are the problem's own arguments. */
    String of(Mistake problem, Locale locale) {
        return text("shop.problem." + problem.reason(), locale, problem.places());
    }

    /** In the language of whoever reads it now. */
    String here(Mistake problem) {
        return of(problem, LocaleContextHolder.getLocale());
    }

    Words of(Mistake problem) {
        return new Words(of(problem, Locale.JAPANESE), of(problem, Locale.ENGLISH));
    }

    Words words(String key, Object... arguments) {
        return wording.say(key, arguments);
    }

    String text(String key, Locale locale, Object... arguments) {
        var text = texts.getMessage(key, arguments, key, locale);
        return text == null ? key : text;
    }
}
