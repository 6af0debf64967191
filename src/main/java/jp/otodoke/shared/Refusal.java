package jp.otodoke.shared;

import java.util.Arrays;

/**
 * The business says no. The message key names the reason in the message files; the
 * arguments fill its places.
 */
public class Refusal extends RuntimeException {
    /** What kind of no it is; decides the HTTP status. */
    public enum Kind {
        /** The state forbids it: 409. */
        CONFLICT,
        /** Whoever asks may not: 403. */
        FORBIDDEN,
        /** The content is wrong: 422. */
        INVALID,
        /** There is no such thing: 404. */
        NOT_FOUND
    }

    private final Kind kind;
    private final String messageKey;
    private final transient Object[] arguments;

    public Refusal(Kind kind, String messageKey, Object... arguments) {
        super(messageKey + " " + Arrays.toString(arguments));
        this.kind = kind;
        this.messageKey = messageKey;
        this.arguments = arguments;
    }

    public static Refusal conflict(String messageKey, Object... arguments) {
        return new Refusal(Kind.CONFLICT, messageKey, arguments);
    }

    public static Refusal forbidden(String messageKey, Object... arguments) {
        return new Refusal(Kind.FORBIDDEN, messageKey, arguments);
    }

    public static Refusal invalid(String messageKey, Object... arguments) {
        return new Refusal(Kind.INVALID, messageKey, arguments);
    }

    public static Refusal notFound(String messageKey, Object... arguments) {
        return new Refusal(Kind.NOT_FOUND, messageKey, arguments);
    }

    public Kind kind() {
        return kind;
    }

    public String messageKey() {
        return messageKey;
    }

    public Object[] arguments() {
        return arguments;
    }

    /** What to tell a person. */
    public Words words() {
        return Words.of(messageKey, arguments);
    }
}
