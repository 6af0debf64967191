package jp.otodoke.partners.shop;

import jp.otodoke.shared.Words;
import jp.otodoke.shared.csv.Mistake;
import org.springframework.context.i18n.LocaleContextHolder;

/** Says in words what is wrong in an order file. */
final class ProblemTexts {
    private ProblemTexts() {}

    /** {0} is the column, what follows are the problem's own arguments. */
    static Words of(Mistake problem) {
        return Words.of("shop.problem." + problem.reason(), problem.places());
    }

    /** In the language of whoever reads it now. */
    static String here(Mistake problem) {
        return of(problem).in(LocaleContextHolder.getLocale());
    }
}
