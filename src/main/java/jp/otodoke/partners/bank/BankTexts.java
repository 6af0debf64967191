package jp.otodoke.partners.bank;

import java.util.List;
import java.util.stream.Stream;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.Words;

/** Says in words what is wrong in a file of the bank. */
final class BankTexts {
    private BankTexts() {}

    /** {0} is the field, what follows are the problem's own arguments. */
    static Words of(ZenginProblem problem) {
        return Words.of(
                "bank.problem." + problem.reason(),
                Stream.concat(Stream.of(problem.field()), problem.arguments().stream())
                        .toArray());
    }

    static Words withPlace(ZenginProblem problem) {
        return Words.of(
                "bank.import.at-record",
                String.valueOf(problem.record()),
                String.valueOf(problem.position()),
                problem.field(),
                of(problem));
    }

    static Words together(List<ZenginProblem> problems) {
        return Words.joined("\n", problems.stream().map(BankTexts::withPlace).toList());
    }

    static List<FieldProblem> fieldProblems(List<ZenginProblem> problems) {
        return problems.stream()
                .map(p -> new FieldProblem(p.field(), p.code(), withPlace(p)))
                .toList();
    }
}
