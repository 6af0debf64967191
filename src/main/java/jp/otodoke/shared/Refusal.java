package jp.otodoke.shared;

import java.util.Arrays;

/** The business refuses an action. The message key gives the reason; the arguments fill its placeholders. */
public class Refusal extends RuntimeException {
    /** The kind of refusal; determines the HTTP status. */
    public enum Kind {
        /** The state forbids it: 409. */
        CONFLICT,
        /** The user may not do this: 403. */
        FORBIDDEN,
        /** The content is wrong: 422. */
        INVALID,
        /** It does not exist: 404. */
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
    public BilingualText words() {
        return BilingualText.of(messageKey, arguments);
    }
}
