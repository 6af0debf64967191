package jp.otodoke.workflow;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What kind of trouble a fault is, for words that tell a person what to do about it. */
public enum FaultKind {
    /** The business rules say no. */
    REFUSED("jp\\.otodoke\\.shared\\.Refusal: (?!\\S*not-found)"),
    /** Something that the step needs does not exist. */
    MISSING(
            "jp\\.otodoke\\.shared\\.Refusal: \\S*not-found",
            "EmptyResultDataAccessException",
            "NoSuchElementException",
            "EntityNotFoundException"),
    /** Data that the database does not take. */
    RULE_BROKEN("DataIntegrityViolationException", "ConstraintViolationException", "violates .* constraint"),
    /** The record holds what the step can not work with. */
    DATA_WRONG("InvalidInput", "IllegalArgumentException", "DateTimeParseException", "NumberFormatException"),
    /** Another one worked on the same at that moment. */
    BUSY("OptimisticLock", "ConcurrencyFailure", "CannotAcquireLock", "Deadlock", "deadlock detected"),
    /** The database did not answer. */
    DATABASE(
            "CannotGetJdbcConnection",
            "CannotCreateTransaction",
            "ConnectException",
            "SQLTransient",
            "DataAccessResourceFailure",
            "QueryTimeout"),
    /** The diagram names what the program does not have. */
    MODEL("Unknown property used in expression", "PropertyNotFoundException", "NoSuchBeanDefinition"),
    /** Nobody foresaw it. */
    UNKNOWN;

    private static final Pattern REFUSAL = Pattern.compile("jp\\.otodoke\\.shared\\.Refusal: (\\S+) \\[(.*?)]");

    private final List<Pattern> signs;

    FaultKind(String... signs) {
        this.signs = Arrays.stream(signs).map(Pattern::compile).toList();
    }

    /** @param trace the fault with all its causes */
    public static FaultKind of(String trace) {
        return Arrays.stream(values())
                .filter(kind ->
                        kind.signs.stream().anyMatch(sign -> sign.matcher(trace).find()))
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** The refusal within the fault, where there is one. */
    public static @Nullable Said refusal(String trace) {
        var found = REFUSAL.matcher(trace);
        return found.find() ? new Said(found.group(1), found.group(2).split(", ")) : null;
    }

    /** The words of a refusal: message key and what fills its places. */
    public record Said(String key, Object[] arguments) {}
}
