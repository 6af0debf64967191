package jp.otodoke.partners.bank;

import java.util.List;
import java.util.stream.Stream;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.FilePlace;

/** Describes problems in a file of the bank. */
final class BankTexts {
    private BankTexts() {}

    /** {0} is the field, the following arguments are the problem's own. */
    static BilingualText of(ZenginProblem problem) {
        return BilingualText.of(
                "bank.problem." + problem.reason(),
                Stream.concat(Stream.of(problem.field()), problem.arguments().stream())
                        .toArray());
    }

    static BilingualText withPlace(ZenginProblem problem) {
        return BilingualText.of(
                "bank.import.at-record",
                String.valueOf(problem.record()),
                String.valueOf(problem.position()),
                problem.field(),
                of(problem));
    }

    static List<FilePlace> places(List<ZenginProblem> problems) {
        return problems.stream()
                .map(problem -> new FilePlace(problem.record(), problem.position()))
                .toList();
    }

    static List<FieldProblem> fieldProblems(List<ZenginProblem> problems) {
        return problems.stream()
                .map(p -> new FieldProblem(p.field(), p.code(), withPlace(p)))
                .toList();
    }
}
