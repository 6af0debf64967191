package jp.otodoke.partners.bank;

import java.util.List;

/** The file is refused as a whole; nothing of it has been booked. */
class ZenginRefused extends RuntimeException {
    private final transient List<ZenginProblem> problems;

    ZenginRefused(List<ZenginProblem> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    ZenginRefused(int record, RecordField recordField, String code, String reason, String... arguments) {
        this(List.of(ZenginProblem.of(record, recordField, code, reason, arguments)));
    }

    List<ZenginProblem> problems() {
        return problems;
    }
}
