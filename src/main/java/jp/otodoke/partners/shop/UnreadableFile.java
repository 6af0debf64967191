package jp.otodoke.partners.shop;

import java.util.List;

/** The file cannot be taken as a whole; nothing of it has been. */
class UnreadableFile extends RuntimeException {
    private final transient List<Problem> problems;

    UnreadableFile(List<Problem> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    UnreadableFile(int line, String field, String code, String reason, String... arguments) {
        this(List.of(Problem.of(line, field, code, reason, arguments)));
    }

    List<Problem> problems() {
        return problems;
    }
}
