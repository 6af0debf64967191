package jp.otodoke.platform.pages;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Locale;
import java.util.Objects;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Formats values for all pages; templates use it as {@code @formats}. */
@Component("formats")
public class Formats {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");

    private final BusinessClock clock;
    private final Chips chips;

    Formats(BusinessClock clock, Chips chips) {
        this.chips = chips;
        this.clock = clock;
    }

    /** {@code ¥12,345}; accepts yen and whole numbers; empty for nothing. */
    public String money(@Nullable Object amount) {
        if (amount == null) {
            return "";
        }
        long value = amount instanceof Yen yen ? yen.amount() : ((Number) amount).longValue();
        return (value < 0 ? "-" : "") + "¥%,d".formatted(Math.abs(value));
    }

    /** {@code 12,345}. */
    public String number(@Nullable Number number) {
        return number == null ? "" : "%,d".formatted(number.longValue());
    }

    /** {@code 12,345} rows of a list, or {@code 10,000+}. */
    public String rows(long counted) {
        return rows(counted, ListLimits.MAX);
    }

    /** {@code 345} rows of a list, or, where it was counted no further than to 1,000 and one more, {@code 1,000+}. */
    public String rows(long counted, int most) {
        return counted > most ? number(most) + "+" : number(counted);
    }

    /** Up to how many rows a list was counted: the page's own limit, or {@link ListLimits#MAX}. */
    public int most(@Nullable Integer most) {
        return most == null ? ListLimits.MAX : most;
    }

    /** How many rows of a list can be paged through. */
    public long shown(long counted, int most) {
        return ListLimits.shown(counted, most);
    }

    /** {@code 2026/11/22(日)}; accepts dates and moments. */
    public String date(@Nullable Object when) {
        if (when == null) {
            return "";
        }
        var day = when instanceof LocalDate d ? d : local(when).toLocalDate();
        return DAY.format(day) + weekday(day.getDayOfWeek());
    }

    /** {@code 2026/11/22(日) 14:05}. */
    public String when(@Nullable Object moment) {
        return moment == null ? "" : date(moment) + " " + MINUTE.format(local(moment));
    }

    /** {@code 14:05} today, {@code 11/22(日) 14:05} otherwise. */
    public String shortly(@Nullable Object moment) {
        if (moment == null) {
            return "";
        }
        var at = local(moment);
        var time = MINUTE.format(at);
        if (at.toLocalDate().equals(clock.today())) {
            return time;
        }
        var pattern = at.getYear() == clock.today().getYear() ? "M/d" : "yyyy/M/d";
        return DateTimeFormatter.ofPattern(pattern).format(at) + weekday(at.getDayOfWeek()) + " " + time;
    }

    /** {@code 3日前}, {@code あと2時間}; the caller shows the exact time on hover. */
    public String ago(@Nullable Object moment) {
        if (moment == null) {
            return "";
        }
        var gap = Duration.between(instant(moment), clock.instant());
        var size = gap.abs();
        var tense = gap.isNegative() ? "in" : "ago";
        if (size.toMinutes() < 1) {
            return message("ui.time.now");
        }
        if (size.toHours() < 1) {
            return message("ui.time.minutes." + tense, size.toMinutes());
        }
        if (size.toHours() < 48) {
            return message("ui.time.hours." + tense, size.toHours());
        }
        return message("ui.time.days." + tense, size.toDays());
    }

    /** {@code late}, {@code soon} (within four hours) or {@code fine}. */
    public String urgency(@Nullable Object due) {
        if (due == null) {
            return "fine";
        }
        var left = Duration.between(clock.instant(), instant(due));
        return left.isNegative() ? "late" : left.compareTo(Duration.ofHours(4)) < 0 ? "soon" : "fine";
    }

    /** {@code 123-4567}. */
    public String postal(@Nullable String digits) {
        return digits == null || digits.length() != 7
                ? Objects.requireNonNullElse(digits, "")
                : digits.substring(0, 3) + "-" + digits.substring(3);
    }

    public Instant now() {
        return clock.instant();
    }

    public Chip chip(String kind, Object state) {
        return chips.of(kind, state);
    }

    /** The text of a key, or the other text if the key is unknown. */
    public String text(String key, String otherwise) {
        return BilingualText.withDefault(otherwise, key).in(locale());
    }

    /** A sentence in the reader's language. */
    public String localized(@Nullable BilingualText bilingualText) {
        return bilingualText == null ? "" : bilingualText.in(locale());
    }

    /** The names of codes such as {@code method.} + CREDIT_CARD; unknown codes stay as they are. */
    public String name(String prefix, @Nullable Object code) {
        if (code == null) {
            return "";
        }
        var name = code instanceof Enum<?> e ? e.name() : code.toString();
        return text(prefix + "." + name, name);
    }

    private String weekday(DayOfWeek day) {
        var text = day.getDisplayName(TextStyle.SHORT, locale());
        return locale().getLanguage().equals("ja") ? "(" + text + ")" : " " + text;
    }

    private String message(String key, Object... arguments) {
        return BilingualText.of(key, arguments).in(locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    private static LocalDateTime local(Object moment) {
        return moment instanceof LocalDateTime l
                ? l
                : LocalDateTime.ofInstant(instant(moment), BusinessClock.TOKYO).truncatedTo(ChronoUnit.SECONDS);
    }

    private static Instant instant(Object moment) {
        if (moment instanceof Instant i) {
            return i;
        }
        if (moment instanceof OffsetDateTime o) {
            return o.toInstant();
        }
        if (moment instanceof ZonedDateTime z) {
            return z.toInstant();
        }
        if (moment instanceof Date d) {
            return d.toInstant();
        }
        if (moment instanceof LocalDate d) {
            return d.atStartOfDay(BusinessClock.TOKYO).toInstant();
        }
        return ((LocalDateTime) moment).atZone(BusinessClock.TOKYO).toInstant();
    }
}
