package jp.otodoke.partners.shop;

import java.util.List;
import java.util.Set;
import jp.otodoke.platform.personal.Masking;

/**
 * One mistake in an order file.
 *
 * @param line the physical line, the header being 1
 * @param field the column's own name in that file
 * @param code what kind, machine-readable
 * @param reason the message key below {@code shop.problem.}
 */
record Problem(int line, String field, String code, String reason, List<String> arguments) {
    static final String REQUIRED = "required";
    static final String INVALID = "invalid";
    static final String UNKNOWN = "unknown";
    static final String MISMATCH = "mismatch";
    static final String CANCELLED = "cancelled";

    /** What is quoted in these was written about a person. */
    private static final Set<String> QUOTES_PERSONS =
            Set.of("not-a-postal-code", "unknown-prefecture", "not-a-phone", "not-an-email", "not-kana", "differs");

    /** The same mistake without what was written. */
    Problem masked() {
        return QUOTES_PERSONS.contains(reason)
                ? new Problem(
                        line,
                        field,
                        code,
                        reason,
                        arguments.stream()
                                .map(quoted -> quoted.matches("\\d{1,6}") ? quoted : Masking.HIDDEN)
                                .toList())
                : this;
    }

    static Problem of(int line, String field, String code, String reason, String... arguments) {
        return new Problem(line, field, code, reason, List.of(arguments));
    }
}
