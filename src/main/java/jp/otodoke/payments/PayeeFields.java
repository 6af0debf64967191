package jp.otodoke.payments;

import java.util.List;
import java.util.stream.Stream;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskField;
import org.jspecify.annotations.Nullable;

/** The fields of a decision by which somebody names the account of a customer. */
final class PayeeFields {
    private static final String BANK = "bankCode";
    private static final String BRANCH = "branchCode";
    private static final String TYPE = "accountType";
    private static final String NUMBER = "accountNumber";
    private static final String HOLDER = "holderKana";
    private static final List<String> ALL = List.of(BANK, BRANCH, TYPE, NUMBER, HOLDER);

    private PayeeFields() {}

    static List<TaskField> all(boolean required) {
        return ALL.stream()
                .map(name -> new TaskField(name, TaskField.Kind.TEXT, required))
                .toList();
    }

    /** Null if no field is filled. */
    static @Nullable PayeeAccount in(TaskDecision decision) {
        return filled(decision).findAny().isEmpty()
                ? null
                : PayeeAccount.read(
                        "",
                        decision.input(BANK),
                        decision.input(BRANCH),
                        decision.input(TYPE),
                        decision.input(NUMBER),
                        decision.input(HOLDER));
    }

    private static Stream<String> filled(TaskDecision decision) {
        return ALL.stream().filter(name -> !decision.input(name).isEmpty());
    }
}
