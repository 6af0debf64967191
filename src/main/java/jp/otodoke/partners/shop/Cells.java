package jp.otodoke.partners.shop;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.PostalCode;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.TimeSlot;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one row and notes what is wrong with them, so that every mistake is named. */
final class Cells {
    private static final Pattern NUMBER =
            Pattern.compile("([+-]?)[¥\\\\]?(\\d{1,3}(?:,\\d{3}){1,2}|\\d{1,9})(?:\\.0+)?円?");
    private static final Pattern DATE =
            Pattern.compile("(\\d{4})[-/年](\\d{1,2})[-/月](\\d{1,2})日?(?:[T ]+00:00(?::00)?)?");
    private static final Pattern MOMENT = Pattern.compile(
            "(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?:[T ]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d{1,9})?)?)?\\s*(Z|UTC|[+-]\\d{2}:?\\d{2})?");
    private static final Pattern EMAIL =
            Pattern.compile("[^@\\s\"<>,;:()]+@[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*\\.)+[\\p{L}\\p{N}-]*[\\p{L}\\p{N}]");
    private static final Pattern KANA = Pattern.compile("[ァ-ヺー・ヽヾA-Za-z0-9'’.,()&/\\- ]+");
    private static final int LONGEST = 200;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_NOTE = 2000;

    private final Row row;
    private final List<Problem> problems;

    Cells(Row row, List<Problem> problems) {
        this.row = row;
        this.problems = problems;
    }

    Row row() {
        return row;
    }

    void problem(Column column, String code, String reason, String... arguments) {
        problems.add(Problem.of(row.line(), row.sheet().nameOf(column), code, reason, arguments));
    }

    private void invalid(Column column, String reason) {
        problem(column, Problem.INVALID, reason, row.get(column));
    }

    String text(Column column) {
        return text(column, LONGEST);
    }

    String note(Column column) {
        return text(column, LONGEST_NOTE);
    }

    private String text(Column column, int longest) {
        var text = row.get(column);
        if (text.length() > longest) {
            problem(column, Problem.INVALID, "too-long", String.valueOf(longest));
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            problem(column, Problem.INVALID, "control-character");
        }
        return text;
    }

    String required(Column column) {
        var text = text(column);
        if (text.isEmpty()) {
            problem(column, Problem.REQUIRED, "required");
        }
        return text;
    }

    /** Whole yen below a billion; a zero fraction, separators and a yen sign are understood. */
    @Nullable
    Long yen(Column column) {
        var text = row.get(column);
        if (text.isEmpty()) {
            return null;
        }
        var match = NUMBER.matcher(text);
        if (!match.matches()) {
            invalid(column, "not-an-amount");
            return null;
        }
        long amount = Long.parseLong(match.group(2).replace(",", ""));
        return "-".equals(match.group(1)) ? Long.valueOf(-amount) : Long.valueOf(amount);
    }

    long yenOrZero(Column column) {
        var yen = yen(column);
        return yen == null ? 0 : yen;
    }

    /** An amount that has to stand there and is not below zero; null after a mistake. */
    @Nullable
    Long price(Column column) {
        if (required(column).isEmpty()) {
            return null;
        }
        var yen = yen(column);
        if (yen != null && yen < 0) {
            invalid(column, "negative");
            return null;
        }
        return yen;
    }

    /** At least one piece. */
    int quantity(Column column) {
        var text = required(column);
        if (text.isEmpty()) {
            return 1;
        }
        if (!text.matches("\\d{1,6}(\\.0+)?") || Integer.parseInt(text.replaceAll("\\..*", "")) == 0) {
            invalid(column, "not-a-quantity");
            return 1;
        }
        return Integer.parseInt(text.replaceAll("\\..*", ""));
    }

    /** What a line of goods costs; 0 after a mistake. */
    long amount(Column price, Column quantity) {
        var each = price(price);
        int pieces = quantity(quantity);
        return each == null ? 0 : each * pieces;
    }

    /** A name of one part or two, at most as long as we keep it. */
    String name(Column last, @Nullable Column first) {
        int before = problems.size();
        var name = (required(last) + " " + (first == null ? "" : text(first))).strip();
        if (name.length() > LONGEST_NAME && problems.size() == before) {
            problem(last, Problem.INVALID, "too-long", String.valueOf(LONGEST_NAME));
        }
        return name;
    }

    @Nullable
    LocalDate date(Column column) {
        var text = row.get(column);
        if (text.isEmpty()) {
            return null;
        }
        var date = Cells.date(text);
        if (date.isEmpty()) {
            invalid(column, "not-a-date");
        }
        return date.orElse(null);
    }

    static Optional<LocalDate> date(String text) {
        var match = DATE.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(match.group(1)),
                    Integer.parseInt(match.group(2)),
                    Integer.parseInt(match.group(3))));
        } catch (DateTimeException notInTheCalendar) {
            return Optional.empty();
        }
    }

    /** A moment; without an offset it is Japanese time. */
    @Nullable
    Instant moment(Column column) {
        var text = required(column);
        if (text.isEmpty()) {
            return null;
        }
        var moment = moment(text);
        if (moment.isEmpty()) {
            invalid(column, "not-a-time");
        }
        return moment.orElse(null);
    }

    private static Optional<Instant> moment(String text) {
        var match = MOMENT.matcher(text);
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
            return Optional.of(at(LocalDateTime.of(date, time), match.group(7)));
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

    @Nullable
    TimeSlot slot(Column column) {
        var text = row.get(column);
        var slot = Slots.find(text);
        if (slot.isEmpty() && !Slots.none(text)) {
            problem(column, Problem.UNKNOWN, "unknown-slot", text);
        }
        return slot.orElse(null);
    }

    /** Seven digits; empty after a mistake. */
    String postalCode(Column column) {
        var text = required(column);
        if (text.isEmpty()) {
            return "";
        }
        if (!PostalCode.valid(text)) {
            invalid(column, "not-a-postal-code");
            return "";
        }
        return new PostalCode(text).digits();
    }

    /** Katakana; empty after a mistake. */
    String kana(Column column) {
        var text = TextNormalizer.katakana(text(column));
        if (!text.isEmpty() && !KANA.matcher(text).matches()) {
            invalid(column, "not-kana");
            return "";
        }
        return text;
    }

    @Nullable
    String phone(Column column) {
        var text = text(column);
        if (text.isEmpty()) {
            return null;
        }
        var digits = TextNormalizer.digits(text.startsWith("+81") ? "0" + text.substring(3) : text);
        // Spreadsheets drop the leading zero of a number.
        var whole = digits.startsWith("0") ? digits : "0" + digits;
        if (!text.matches("[\\d+\\-()\\s.−ー]+") || whole.length() < 10 || whole.length() > 14) {
            invalid(column, "not-a-phone");
            return null;
        }
        return whole;
    }

    @Nullable
    String email(Column column) {
        var text = text(column);
        if (text.isEmpty()) {
            return null;
        }
        if (!EMAIL.matcher(text).matches()) {
            invalid(column, "not-an-email");
            return null;
        }
        return text;
    }

    String prefecture(Column column) {
        var text = required(column);
        if (text.isEmpty()) {
            return "";
        }
        var prefecture = PrefectureNames.find(text);
        if (prefecture.isEmpty()) {
            problem(column, Problem.UNKNOWN, "unknown-prefecture", text);
        }
        return prefecture.orElse("");
    }
}
