package jp.otodoke.shared;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A text in both languages of the house, made from a key of the message files. What is stored as such stays as it was when
 * it was true, and everybody reads it in their own language.
 */
public record Words(String japanese, String english) implements Serializable {
    /**
     * @param key stands in {@code messages/<module>.properties} and {@code _en}
     * @param arguments fill the places as in {@link java.text.MessageFormat}: {@code Words} and days are written in each
     *     language, numbers with separators, and what is missing leaves its place empty
     */
    public static Words of(String key, @Nullable Object... arguments) {
        return new Words(
                MessageTexts.text(Locale.JAPANESE, key, arguments), MessageTexts.text(Locale.ENGLISH, key, arguments));
    }

    /** The name of a code, {@code prefix.code}; a code without one is its own name. */
    public static Words named(String prefix, String code) {
        var key = prefix + "." + code;
        var name = of(key);
        return name.japanese.equals(key) ? asWritten(code) : name;
    }

    /** What people wrote themselves stays as they wrote it. */
    public static Words asWritten(String text) {
        return new Words(text, text);
    }

    /** One after the other with the comma of each language. */
    public static Words list(Collection<?> parts) {
        return parts.stream()
                .map(Words::from)
                .reduce((before, next) -> of("text.list", before, next))
                .orElseGet(() -> asWritten(""));
    }

    /** Sentences without their full stops become one text. */
    public static Words sentences(Collection<Words> parts) {
        return parts.stream()
                .reduce((before, next) -> of("text.sentences", before, next))
                .orElseGet(() -> asWritten(""));
    }

    /** @param between the same in both languages, such as a line break */
    public static Words joined(String between, Collection<Words> parts) {
        return new Words(
                parts.stream().map(Words::japanese).collect(Collectors.joining(between)),
                parts.stream().map(Words::english).collect(Collectors.joining(between)));
    }

    public String in(Locale locale) {
        return locale.getLanguage().equals(Locale.JAPANESE.getLanguage()) ? japanese : english;
    }

    private static Words from(Object part) {
        if (part instanceof Words words) {
            return words;
        }
        return part instanceof LocalDate day ? DayInWords.of(day) : asWritten(String.valueOf(part));
    }
}
