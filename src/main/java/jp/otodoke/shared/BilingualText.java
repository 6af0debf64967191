package jp.otodoke.shared;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A text in Japanese and English, rendered from a message key. Stored texts stay as they were when written, and
 * everybody reads them in their own language.
 */
public record BilingualText(String japanese, String english) implements Serializable {
    /**
     * @param key stands in {@code messages/<module>.properties} and {@code _en}
     * @param arguments fill the places as in {@link java.text.MessageFormat}: {@code BilingualText}, days and moments are written in
     *     each language, numbers with separators, and what is missing leaves its place empty
     */
    public static BilingualText of(String key, @Nullable Object... arguments) {
        return new BilingualText(
                MessageTexts.text(Locale.JAPANESE, key, arguments), MessageTexts.text(Locale.ENGLISH, key, arguments));
    }

    /** Empty if the files don't know the key. */
    public static Optional<BilingualText> known(String key, @Nullable Object... arguments) {
        return Optional.of(of(key, arguments)).filter(text -> !text.japanese.equals(key));
    }

    /** @param otherwise stands for a text that the files don't have, in either language */
    public static BilingualText withDefault(String otherwise, String key, @Nullable Object... arguments) {
        var text = of(key, arguments);
        return new BilingualText(
                text.japanese.equals(key) ? otherwise : text.japanese,
                text.english.equals(key) ? otherwise : text.english);
    }

    /** The name of a code, {@code prefix.code}; a code without a name stands for itself. */
    public static BilingualText named(String prefix, String code) {
        return withDefault(code, prefix + "." + code);
    }

    /** Text written by people, the same in both languages. */
    public static BilingualText asWritten(String text) {
        return new BilingualText(text, text);
    }

    /** Joined by the comma of each language. */
    public static BilingualText list(Collection<?> parts) {
        return parts.stream()
                .map(BilingualText::from)
                .reduce((before, next) -> of("text.list", before, next))
                .orElseGet(() -> asWritten(""));
    }

    /** Sentences without full stops, joined to one text. */
    public static BilingualText sentences(Collection<BilingualText> parts) {
        return parts.stream()
                .reduce((before, next) -> of("text.sentences", before, next))
                .orElseGet(() -> asWritten(""));
    }

    /** @param between the same in both languages, such as a line break */
    public static BilingualText joined(String between, Collection<BilingualText> parts) {
        return new BilingualText(
                parts.stream().map(BilingualText::japanese).collect(Collectors.joining(between)),
                parts.stream().map(BilingualText::english).collect(Collectors.joining(between)));
    }

    public String in(Locale locale) {
        return locale.getLanguage().equals(Locale.JAPANESE.getLanguage()) ? japanese : english;
    }

    private static BilingualText from(Object part) {
        if (part instanceof BilingualText bilingualText) {
            return bilingualText;
        }
        return part instanceof LocalDate day ? DayFormat.of(day) : asWritten(String.valueOf(part));
    }
}
