package jp.otodoke.partners.shop;

import java.util.List;

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

    static Problem of(int line, String field, String code, String reason, String... arguments) {
        return new Problem(line, field, code, reason, List.of(arguments));
    }
}
