package jp.otodoke.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The texts of all modules, {@code messages/<module>.properties} in Japanese and {@code <module>_en.properties} in English.
 * They are part of the program as its classes are, so they are read once and need no bean: whatever refuses, records or
 * reports something can say it.
 */
public final class MessageTexts {
    private static final MessageSource FILES = files();

    private MessageTexts() {}

    /** For Spring and the templates. */
    public static MessageSource source() {
        return FILES;
    }

    /** A key that the files don't know stands for itself: a missing text stops no work, and {@code MessagesTests} finds it. */
    static String text(Locale locale, String key, @Nullable Object... arguments) {
        var written = Arrays.stream(arguments).map(a -> written(locale, a)).toArray();
        return Objects.requireNonNullElse(FILES.getMessage(key, written, key, locale), key);
    }

    private static Object written(Locale locale, @Nullable Object argument) {
        if (argument instanceof BilingualText bilingualText) {
            return bilingualText.in(locale);
        }
        if (argument instanceof LocalDate day) {
            return DayFormat.of(day).in(locale);
        }
        if (argument instanceof LocalDateTime moment) {
            return DayFormat.of(moment).in(locale);
        }
        if (argument instanceof Instant moment) {
            return DayFormat.of(LocalDateTime.ofInstant(moment, BusinessClock.TOKYO))
                    .in(locale);
        }
        return Objects.requireNonNullElse(argument, "");
    }

    /** A module adds texts by adding its files; there is no central list. */
    private static MessageSource files() {
        try {
            return new TextFiles(List.of(new PathMatchingResourcePatternResolver(MessageTexts.class.getClassLoader())
                    .getResources("classpath*:messages/*.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
