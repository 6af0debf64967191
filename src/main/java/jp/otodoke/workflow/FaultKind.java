package jp.otodoke.workflow;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The kind of a fault, used to explain to staff what they can do about it. */
public enum FaultKind {
    /** A business rule refused the operation. */
    REFUSED("jp\\.otodoke\\.shared\\.Refusal: (?!\\S*not-found)"),
    /** Something that the step needs does not exist. */
    MISSING(
            "jp\\.otodoke\\.shared\\.Refusal: \\S*not-found",
            "EmptyResultDataAccessException",
            "NoSuchElementException",
            "EntityNotFoundException"),
    /** The database rejected the data. */
    RULE_BROKEN("DataIntegrityViolationException", "ConstraintViolationException", "violates .* constraint"),
    /** The step cannot process the contents of the record. */
    DATA_WRONG("InvalidInput", "IllegalArgumentException", "DateTimeParseException", "NumberFormatException"),
    /** A concurrent change to the same data. */
    BUSY("OptimisticLock", "ConcurrencyFailure", "CannotAcquireLock", "Deadlock", "deadlock detected"),
    /** The database was unavailable. */
    DATABASE(
            "CannotGetJdbcConnection",
            "CannotCreateTransaction",
            "ConnectException",
            "SQLTransient",
            "DataAccessResourceFailure",
            "QueryTimeout"),
    /** The diagram refers to something that the application does not have. */
    MODEL("Unknown property used in expression", "PropertyNotFoundException", "NoSuchBeanDefinition"),
    /** Unexpected. */
    UNKNOWN;

    private static final Pattern REFUSAL = Pattern.compile("jp\\.otodoke\\.shared\\.Refusal: (\\S+) \\[(.*?)]");

    private final List<Pattern> signs;

    FaultKind(String... signs) {
        this.signs = Arrays.stream(signs).map(Pattern::compile).toList();
    }

    /** @param trace stack trace, including all causes */
    public static FaultKind of(String trace) {
        return Arrays.stream(values())
                .filter(kind ->
                        kind.signs.stream().anyMatch(sign -> sign.matcher(trace).find()))
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** The refusal that caused the fault. Null if there is none. */
    public static @Nullable Said refusal(String trace) {
        var found = REFUSAL.matcher(trace);
        return found.find() ? new Said(found.group(1), found.group(2).split(", ")) : null;
    }

    /** The text of a refusal: message key and arguments. */
    public record Said(String key, Object[] arguments) {}
}
