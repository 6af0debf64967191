package jp.otodoke.partners.bank;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.FieldProblem;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in words what is wrong in a file of the bank. */
@Component
class BankTexts {
    private final MessageSource texts;

    BankTexts(MessageSource texts) {
        this.texts = texts;
    }

    /** {0} is the field, what follows are the problem's own arguments. */
    String of(ZenginProblem problem, Locale locale) {
        return text(
                "bank.problem." + problem.reason(),
                locale,
                Stream.concat(Stream.of(problem.field()), problem.arguments().stream())
                        .toArray());
    }

    String withPlace(ZenginProblem problem, Locale locale) {
        return text(
                "bank.import.at-record",
                locale,
                String.valueOf(problem.record()),
                String.valueOf(problem.position()),
                problem.field(),
                of(problem, locale));
    }

    List<FieldProblem> fieldProblems(List<ZenginProblem> problems, Locale locale) {
        return problems.stream()
                .map(p -> new FieldProblem(p.field(), p.code(), withPlace(p, locale)))
                .toList();
    }

    BilingualText withPlace(ZenginProblem problem) {
        return new BilingualText(withPlace(problem, Locale.JAPANESE), withPlace(problem, Locale.ENGLISH));
    }

    BilingualText together(List<ZenginProblem> problems) {
        return BilingualText.together(problems.stream().map(this::withPlace).toList(), "\n", "\n");
    }

    String text(String key, Locale locale, Object... arguments) {
        var text = texts.getMessage(key, arguments, key, locale);
        return text == null ? key : text;
    }
}
