package jp.otodoke.partners.shop;

import java.util.List;
import jp.otodoke.platform.csv.Mistake;

/** The file is refused as a whole; nothing has been imported. */
class UnreadableFile extends RuntimeException {
    private final transient List<Mistake> problems;

    UnreadableFile(List<Mistake> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    UnreadableFile(int line, String field, String code, String reason, String... arguments) {
        this(List.of(Mistake.of(line, field, code, reason, arguments)));
    }

    List<Mistake> problems() {
        return problems;
    }
}
