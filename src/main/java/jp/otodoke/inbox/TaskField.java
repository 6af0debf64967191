package jp.otodoke.inbox;

import java.time.DateTimeException;
import java.util.Objects;
import jp.otodoke.shared.CalendarRange;
import jp.otodoke.shared.EmailAddress;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * Additional input of a decision; its label is the message {@code task.field.<name>}.
 *
 * @param name under which a decision's parameters have it
 * @param required whether the decision is refused without it
 */
public record TaskField(String name, Kind kind, boolean required) {
    public static final int LONGEST = 200;
    public static final int LONGEST_OF_LONG = 4000;

    private static final String YEN = "[0-9]{1,9}|[0-9]{1,3}(,[0-9]{3}){1,2}";

    public enum Kind {
        TEXT,
        /** Several lines. */
        LONG_TEXT,
        DATE,
        EMAIL,
        /** Whole yen. */
        YEN,
        /** A box to be ticked: {@code true} or left out. */
        CHECK
    }

    public static TaskField optional(String name, Kind kind) {
        return new TaskField(name, kind, false);
    }

    public static TaskField required(String name, Kind kind) {
        return new TaskField(name, kind, true);
    }

    /** As typed, without what only the keyboard or the clipboard added; null becomes empty. */
    String normalized(@Nullable String typed) {
        return isLong() ? Objects.requireNonNullElse(typed, "").strip() : TextNormalizer.clean(typed);
    }

    /** Whether the text is such a value. */
    boolean isValid(String text) {
        return switch (kind) {
            case TEXT -> text.length() <= LONGEST;
            case LONG_TEXT -> text.length() <= LONGEST_OF_LONG;
            case DATE -> isDay(text);
            case EMAIL -> EmailAddress.isValid(text);
            case YEN -> text.matches(YEN);
            case CHECK -> text.equals("true") || text.equals("false");
        };
    }

    private static boolean isDay(String text) {
        try {
            CalendarRange.day(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** An amount as {@link Kind#YEN} allows it. */
    public static Yen yen(String text) {
        return Yen.of(Long.parseLong(text.replace(",", "")));
    }

    /** The type of the HTML input. */
    public String inputType() {
        return switch (kind) {
            case DATE -> "date";
            case EMAIL -> "email";
            default -> "text";
        };
    }

    public boolean isLong() {
        return kind == Kind.LONG_TEXT;
    }

    public boolean isCheck() {
        return kind == Kind.CHECK;
    }
}
