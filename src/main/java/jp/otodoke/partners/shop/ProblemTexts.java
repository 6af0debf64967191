package jp.otodoke.partners.shop;

import jp.otodoke.platform.csv.Mistake;
import jp.otodoke.shared.BilingualText;
import org.springframework.context.i18n.LocaleContextHolder;

/** Says in words what is wrong in an order file. */
final class ProblemTexts {
    private ProblemTexts() {}

    /** {0} is the column, what follows are the problem's own arguments. */
    static BilingualText of(Mistake problem) {
        return problem.words("shop.problem.");
    }

    /** In the language of whoever reads it now. */
    static String here(Mistake problem) {
        return of(problem).in(LocaleContextHolder.getLocale());
    }
}
