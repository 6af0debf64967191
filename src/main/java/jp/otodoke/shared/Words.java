package jp.otodoke.shared;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A sentence in both languages of the house, side by side so that none is written without the other. It is kept as it was
 * when it was true, and is read by whoever looks in their own language.
 */
public record Words(String japanese, String english) implements Serializable {
    /**
     * @param arguments fill the places as in {@link String#format}; what is itself {@code Words} is said in each language,
     *     and what is missing leaves its place empty
     */
    public static Words of(String japanese, String english, @Nullable Object... arguments) {
        return new Words(fill(japanese, Words::japanese, arguments), fill(english, Words::english, arguments));
    }

    /** What people wrote themselves stays as they wrote it. */
    public static Words asWritten(String text) {
        return new Words(text, text);
    }

    public static Words together(Collection<Words> parts, String japaneseBetween, String englishBetween) {
        return new Words(
                parts.stream().map(Words::japanese).collect(Collectors.joining(japaneseBetween)),
                parts.stream().map(Words::english).collect(Collectors.joining(englishBetween)));
    }

    public String in(Locale locale) {
        return locale.getLanguage().equals(Locale.JAPANESE.getLanguage()) ? japanese : english;
    }

    private static String fill(String text, Function<Words, String> side, @Nullable Object[] arguments) {
        return text.formatted(Arrays.stream(arguments)
                .map(a -> a instanceof Words words ? side.apply(words) : Objects.requireNonNullElse(a, ""))
                .toArray());
    }
}
