package jp.otodoke.platform.csv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CalendarRange;
import jp.otodoke.shared.TextNormalizer;

/** What fields of files between machines hold, read to the letter. */
public final class FieldTypes {
    private static final int LONGEST_TEXT = 200;

    /** {@code 2026-12-01}, {@code 2026/12/01} or {@code 20261201}. */
    private static final DateTimeFormatter DATE_FORM = DateTimeFormatter.ofPattern(
                    "[uuuu-MM-dd][uuuu/MM/dd][uuuuMMdd]", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** With {@code T} or a space, with or without seconds, their fraction and an offset; without one it is Tokyo's time. */
    private static final DateTimeFormatter MOMENT_FORM = new DateTimeFormatterBuilder()
            .appendPattern("[uuuu-MM-dd][uuuu/MM/dd]['T'][' ']HH:mm[:ss]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .optionalStart()
            .appendOffsetId()
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final Pattern CODE_FORM = Pattern.compile("[\\x21-\\x7E]{1,40}");
    private static final Pattern SPREADSHEETS_APOSTROPHE = Pattern.compile("^['`‘’]+");
    private static final Pattern BESIDE_THE_NUMBER = Pattern.compile("[\\s\\p{Pd}\\u2212\\u2500\\u2501\\u30FC]");
    private static final Pattern TRACKING_NUMBER_FORM = Pattern.compile("(?=.*[0-9A-Za-z])[\\x21-\\x7E]{1,40}");

    public static final FieldType<String> TEXT =
            new FieldType<>("too-long", "too-long", List.of(Integer.toString(LONGEST_TEXT)), text -> Optional.of(text)
                    .filter(t -> t.length() <= LONGEST_TEXT));

    /** A number of an order, shipment or item: short and printable. */
    public static final FieldType<String> CODE = FieldType.of("not-a-code", text -> Optional.of(text)
            .filter(t -> CODE_FORM.matcher(t).matches()));

    /** A parcel's number as its sender wrote it: in any width, with or without hyphens and blanks. */
    public static final FieldType<String> TRACKING_NUMBER = FieldType.of("not-a-tracking-number", text -> Optional.of(
                    SPREADSHEETS_APOSTROPHE.matcher(text).replaceFirst(""))
            .filter(FieldTypes::isTrackingNumber));

    public static final FieldType<LocalDate> DATE =
            FieldType.of("not-a-date", orEmpty(text -> CalendarRange.within(LocalDate.parse(text, DATE_FORM))));

    public static final FieldType<Instant> MOMENT = FieldType.of("not-a-moment", orEmpty(FieldTypes::moment));

    /** Whole yen, negative where money is taken back. */
    public static final FieldType<Integer> SIGNED = FieldType.of(
            "not-a-signed-integer",
            text -> Optional.of(text).filter(t -> t.matches("-?\\d{1,9}")).map(Integer::valueOf));

    private FieldTypes() {}

    /** A whole number of at most nine digits. */
    public static FieldType<Integer> integer(int least) {
        return FieldType.<Integer>of("not-an-integer", text -> Optional.of(text)
                        .filter(t -> t.matches("\\d{1,9}"))
                        .map(Integer::valueOf)
                        .filter(number -> number >= least))
                .with(Integer.toString(least));
    }

    public static <E extends Enum<E>> FieldType<E> oneOf(Class<E> type) {
        var values = Arrays.asList(type.getEnumConstants());
        return FieldType.<E>of("not-one-of", text -> values.stream()
                        .filter(v -> v.name().equals(text))
                        .findFirst())
                .with(String.join(", ", values.stream().map(Enum::name).toList()));
    }

    private static boolean isTrackingNumber(String text) {
        var bare = BESIDE_THE_NUMBER.matcher(TextNormalizer.plain(text)).replaceAll("");
        return text.length() <= LONGEST_TEXT
                && TRACKING_NUMBER_FORM.matcher(bare).matches();
    }

    private static Instant moment(String text) {
        var parsed = MOMENT_FORM.parse(text);
        return CalendarRange.within(
                parsed.isSupported(ChronoField.OFFSET_SECONDS)
                        ? OffsetDateTime.from(parsed).toInstant()
                        : LocalDateTime.from(parsed).atZone(BusinessClock.TOKYO).toInstant());
    }

    private static <T> Function<String, Optional<T>> orEmpty(Function<String, T> parse) {
        return text -> {
            try {
                return Optional.of(parse.apply(text));
            } catch (DateTimeException notInTheCalendar) {
                return Optional.empty();
            }
        };
    }
}
