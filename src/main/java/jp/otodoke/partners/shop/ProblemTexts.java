package jp.otodoke.partners.shop;

import jp.otodoke.platform.csv.Mistake;
import jp.otodoke.shared.BilingualText;
import org.springframework.context.i18n.LocaleContextHolder;

/** Describes problems in an order file. */
final class ProblemTexts {
    private ProblemTexts() {}

    /** {0} is the column, the following arguments are the problem's own. */
    static BilingualText of(Mistake problem) {
        return problem.words("shop.problem.");
    }

    /** In the current reader's language. */
    static String inCurrentLanguage(Mistake problem) {
        return of(problem).in(LocaleContextHolder.getLocale());
    }
}
