package jp.otodoke.shared;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The content of a request or record is wrong; carries every mistake found, not only the first. As a fault it names fields
 * only: what was written in them may be about a person, and faults go to logs and to the engine's tables.
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
