package jp.otodoke.partners.csv;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.Words;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of a row strictly and collects what is wrong with them. A cell that can't be read gives a harmless
 * value; whoever asked looks at {@link #problems} before using any.
 */
public final class RowReader {
    private static final int LONGEST_TEXT = 200;

    /** {@code 2026-12-01} or {@code 2026/12/01}. */
    private static final DateTimeFormatter DATE = formatter("[uuuu-MM-dd][uuuu/MM/dd]");

    /** With {@code T} or a space, with or without seconds, their fraction and an offset; without one it is Tokyo's time. */
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .appendPattern("[uuuu-MM-dd][uuuu/MM/dd]['T'][' ']HH:mm[:ss]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .optionalStart()
            .appendOffsetId()
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private final CsvRow row;
    private final List<FieldProblem> problems = new ArrayList<>();

    public RowReader(CsvRow row) {
        this.row = row;
    }

    public List<FieldProblem> problems() {
        return problems;
    }

    public void problem(String column, String code, Words words) {
        problems.add(new FieldProblem(column, code, words));
    }

    public String text(String column) {
        var text = row.cell(column);
        if (text.length() > LONGEST_TEXT) {
            problem(column, "too-long", Words.of("partners.cell.too-long", LONGEST_TEXT));
            return "";
        }
        return text;
    }

    public String required(String column) {
        var text = text(column);
        if (text.isEmpty()) {
            problem(column, "required", Words.of("partners.cell.required"));
        }
        return text;
    }

    public @Nullable String optional(String column) {
        var text = text(column);
        return text.isEmpty() ? null : text;
    }

    /** A number of an order, shipment or item: short and printable. */
    public String code(String column) {
        var code = required(column);
        if (!code.isEmpty() && !code.matches("[\\x21-\\x7E]{1,40}")) {
            problem(column, "invalid", Words.of("partners.cell.code", code));
        }
        return code;
    }

    public int quantity(String column) {
        return integer(column, 0);
    }

    public int integer(String column, int least) {
        var text = required(column);
        if (text.isEmpty()) {
            return least;
        }
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least) {
            problem(column, "invalid", Words.of("partners.cell.integer", least, text));
            return least;
        }
        return Integer.parseInt(text);
    }

    public <E extends Enum<E>> @Nullable E oneOf(String column, Class<E> type) {
        var text = required(column);
        var values = type.getEnumConstants();
        var found = Arrays.stream(values).filter(v -> v.name().equals(text)).findFirst();
        if (found.isEmpty() && !text.isEmpty()) {
            problem(column, "invalid", Words.of("partners.cell.one-of", names(values), text));
        }
        return found.orElse(null);
    }

    public boolean flag(String column, Set<String> yes, Set<String> no) {
        var text = text(column).toUpperCase(Locale.ROOT);
        if (!yes.contains(text) && !no.contains(text)) {
            problem(column, "invalid", Words.of("partners.cell.flag", text));
        }
        return yes.contains(text);
    }

    public @Nullable LocalDate date(String column) {
        var text = optional(column);
        try {
            return text == null ? null : LocalDate.parse(text, DATE);
        } catch (DateTimeParseException e) {
            problem(column, "invalid", Words.of("partners.cell.date", text));
            return null;
        }
    }

    public Instant instant(String column) {
        var text = required(column);
        try {
            if (!text.isEmpty()) {
                var parsed = DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
                return parsed instanceof OffsetDateTime at
                        ? at.toInstant()
                        : LocalDateTime.from(parsed).atZone(BusinessClock.TOKYO).toInstant();
            }
        } catch (DateTimeParseException e) {
            problem(column, "invalid", Words.of("partners.cell.moment", text));
        }
        return Instant.EPOCH;
    }

    private static <E extends Enum<E>> String names(E[] values) {
        return String.join(", ", Arrays.stream(values).map(Enum::name).toList());
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }
}
