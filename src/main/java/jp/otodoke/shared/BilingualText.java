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
public record BilingualText(String japanese, String english) implements Serializable {
    /**
     * @param arguments fill the places as in {@link String#format}; what is itself {@code BilingualText} is said in each language,
     *     and what is missing leaves its place empty
     */
    public static BilingualText of(String japanese, String english, @Nullable Object... arguments) {
        return new BilingualText(
                fill(japanese, BilingualText::japanese, arguments), fill(english, BilingualText::english, arguments));
    }

    /** What people wrote themselves stays as they wrote it. */
    public static BilingualText asWritten(String text) {
        return new BilingualText(text, text);
    }

    public static BilingualText together(
            Collection<BilingualText> parts, String japaneseBetween, String englishBetween) {
        return new BilingualText(
                parts.stream().map(BilingualText::japanese).collect(Collectors.joining(japaneseBetween)),
                parts.stream().map(BilingualText::english).collect(Collectors.joining(englishBetween)));
    }

    public String in(Locale locale) {
        return locale.getLanguage().equals(Locale.JAPANESE.getLanguage()) ? japanese : english;
    }

    private static String fill(String text, Function<BilingualText, String> side, @Nullable Object[] arguments) {
        return text.formatted(Arrays.stream(arguments)
                .map(a -> a instanceof BilingualText bilingualText
                        ? side.apply(bilingualText)
                        : Objects.requireNonNullElse(a, ""))
                .toArray());
    }
}
