package jp.otodoke.partners.shop;

import java.util.stream.Stream;
import jp.otodoke.shared.Words;
import org.springframework.context.i18n.LocaleContextHolder;

/** Says in words what is wrong in an order file. */
final class ProblemTexts {
    private ProblemTexts() {}

    /** {0} is the column, what follows are the problem's own arguments. */
    static Words of(Problem problem) {
        return Words.of(
                "shop.problem." + problem.reason(),
                Stream.concat(Stream.of(problem.field()), problem.arguments().stream())
                        .toArray());
    }

    /** In the language of whoever reads it now. */
    static String here(Problem problem) {
        return of(problem).in(LocaleContextHolder.getLocale());
    }
}
