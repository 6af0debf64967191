package jp.otodoke.shared;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The content of a request or record is wrong; carries all mistakes found. Its exception message names fields
 * only: values may be personal data, and messages reach logs and the engine's tables.
 */
public class InvalidInput extends RuntimeException {
    private final transient List<FieldProblem> problems;

    public InvalidInput(List<FieldProblem> problems) {
        super(problems.stream().map(p -> p.field() + ": " + p.code()).collect(Collectors.joining(", ")));
        this.problems = List.copyOf(problems);
    }

    public InvalidInput(String field, String code, BilingualText bilingualText) {
        this(List.of(new FieldProblem(field, code, bilingualText)));
    }

    public List<FieldProblem> problems() {
        return problems;
    }
}
