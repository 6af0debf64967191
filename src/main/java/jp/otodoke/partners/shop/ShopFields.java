package jp.otodoke.partners.shop;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import jp.otodoke.platform.csv.FieldType;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CalendarRange;
import jp.otodoke.shared.EmailAddress;
import jp.otodoke.shared.PhoneNumbers;
import jp.otodoke.shared.PostalCode;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;

/** Parses fields of order files in all the notations of shops and spreadsheets. */
final class ShopFields {
    private static final Pattern NUMBER =
            Pattern.compile("([+-]?)[¥\\\\]?(\\d{1,3}(?:,\\d{3}){1,2}|\\d{1,9})(?:\\.0+)?円?");
    private static final Pattern DATE_FORM =
            Pattern.compile("(\\d{4})[-/年](\\d{1,2})[-/月](\\d{1,2})日?(?:[T ]+00:00(?::00)?)?");
    private static final Pattern MOMENT_FORM = Pattern.compile(
            "(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?:[T ]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d{1,9})?)?)?\\s*(Z|UTC|[+-]\\d{2}:?\\d{2})?");
    private static final Pattern KANA_FORM = Pattern.compile("[ァ-ヺー・ヽヾA-Za-z0-9'’.,()&/\\- ]+");

    /** Whole yen below a billion; a zero fraction, separators and a yen sign are accepted. */
    static final FieldType<Long> YEN = FieldType.of("not-an-amount", ShopFields::yen);

    static final FieldType<Long> PRICE =
            FieldType.of("negative", text -> yen(text).filter(yen -> yen >= 0));

    /** At least one piece. */
    static final FieldType<Integer> QUANTITY = FieldType.of("not-a-quantity", text -> Optional.of(text)
            .filter(t -> t.matches("\\d{1,6}(\\.0+)?"))
            .map(t -> Integer.valueOf(t.replaceAll("\\..*", "")))
            .filter(pieces -> pieces > 0));

    static final FieldType<LocalDate> DATE = FieldType.of("not-a-date", ShopFields::date);

    /** A date and time; without an offset it is Japanese time. */
    static final FieldType<Instant> MOMENT = FieldType.of("not-a-time", ShopFields::moment);

    static final FieldType<String> POSTAL_CODE = FieldType.of(
            "not-a-postal-code",
            text -> Optional.of(text).filter(PostalCode::valid).map(t -> new PostalCode(t).digits()));

    static final FieldType<String> KANA = FieldType.of(
            "not-kana", text -> Optional.of(TextNormalizer.katakana(text)).filter(matches(KANA_FORM)));

    /** As dialled in Japan, or with a plus sign abroad. */
    static final FieldType<String> PHONE = FieldType.of("not-a-phone", text -> Optional.of(text)
            .filter(PhoneNumbers::plausible)
            .map(PhoneNumbers::domestic)
            .map(PhoneNumbers::dialled));

    static final FieldType<String> EMAIL =
            FieldType.of("not-an-email", text -> Optional.of(text).filter(EmailAddress::isValid));

    static final FieldType<String> PREFECTURE = FieldType.known("unknown-prefecture", PrefectureNames::find);

    static final FieldType<String> METHOD = FieldType.known("unknown-method", PaymentNames::find);

    /** Asks for nothing while nothing is owed, and for a transfer once a person adds goods. */
    static final String METHOD_OF_FREE_ORDERS = "BANK_TRANSFER";

    private ShopFields() {}

    static Optional<LocalDate> date(String text) {
        var match = DATE_FORM.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(CalendarRange.within(LocalDate.of(
                    Integer.parseInt(match.group(1)),
                    Integer.parseInt(match.group(2)),
                    Integer.parseInt(match.group(3)))));
        } catch (DateTimeException notInTheCalendar) {
            return Optional.empty();
        }
    }

    private static Optional<Long> yen(String text) {
        var match = NUMBER.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(match.group(2).replace(",", ""));
        return Optional.of("-".equals(match.group(1)) ? -amount : amount);
    }

    private static Optional<Instant> moment(String text) {
        var match = MOMENT_FORM.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            var date = LocalDate.of(
                    Integer.parseInt(match.group(1)),
                    Integer.parseInt(match.group(2)),
                    Integer.parseInt(match.group(3)));
            var time = match.group(4) == null
                    ? LocalTime.MIDNIGHT
                    : LocalTime.of(
                            Integer.parseInt(match.group(4)),
                            Integer.parseInt(match.group(5)),
                            match.group(6) == null ? 0 : Integer.parseInt(match.group(6)));
            return Optional.of(CalendarRange.within(at(LocalDateTime.of(date, time), match.group(7))));
        } catch (DateTimeException notInTheCalendar) {
            return Optional.empty();
        }
    }

    private static Instant at(LocalDateTime local, @Nullable String offset) {
        if (offset == null) {
            return local.atZone(BusinessClock.TOKYO).toInstant();
        }
        var zone = offset.equals("UTC") ? "Z" : offset.replaceFirst("([+-]\\d{2})(\\d{2})", "$1:$2");
        return OffsetDateTime.parse(local + (local.getSecond() == 0 ? ":00" : "") + zone)
                .toInstant();
    }

    private static Predicate<String> matches(Pattern form) {
        return form.asMatchPredicate();
    }
}
