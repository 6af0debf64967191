package jp.otodoke.shared;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Formats a day for people, {@code 2026/12/03(木)}, and a moment, {@code 2026/12/03(木) 09:30}. */
public final class DayFormat {
    private static final DateTimeFormatter JAPANESE = DateTimeFormatter.ofPattern("yyyy/MM/dd(EEE)", Locale.JAPANESE);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("yyyy/MM/dd EEE", Locale.ENGLISH);

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private DayFormat() {}

    public static BilingualText of(LocalDate day) {
        return new BilingualText(JAPANESE.format(day), ENGLISH.format(day));
    }

    public static BilingualText of(LocalDateTime moment) {
        var day = of(moment.toLocalDate());
        var minute = " " + MINUTE.format(moment);
        return new BilingualText(day.japanese() + minute, day.english() + minute);
    }

    /** @param patternKey message key of the pattern in each language, as in {@link DateTimeFormatter} */
    public static BilingualText of(LocalDate day, String patternKey) {
        return new BilingualText(written(day, patternKey, Locale.JAPANESE), written(day, patternKey, Locale.ENGLISH));
    }

    private static String written(LocalDate day, String patternKey, Locale locale) {
        return DateTimeFormatter.ofPattern(MessageTexts.text(locale, patternKey), locale)
                .format(day);
    }
}
