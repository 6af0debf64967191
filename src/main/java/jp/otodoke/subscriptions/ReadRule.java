package jp.otodoke.subscriptions;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.CalendarRange;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns what somebody sent or typed into a rule, or names every mistake at its place. */
public final class ReadRule {
    /** Five years; a longer gap is a typing error. */
    private static final int MOST_DAYS = 1_830;

    private static final int MOST_MONTHS = 60;
    private static final int MOST_LISTED = 1_000;
    private static final int LAST_DAY = 31;
    private static final int LAST_NTH = 5;

    private final String at;
    private final List<FieldProblem> problems;

    private ReadRule(String at, List<FieldProblem> problems) {
        this.at = at;
        this.problems = problems;
    }

    /** @throws InvalidInput with places that begin with {@code rule} */
    public static ScheduleRule of(@Nullable RuleJson json) {
        var problems = new ArrayList<FieldProblem>();
        var rule = of(json, "rule", problems);
        return rule.orElseThrow(() -> new InvalidInput(problems));
    }

    /** @return empty if there are problems, which are added */
    public static Optional<ScheduleRule> of(@Nullable RuleJson json, String at, List<FieldProblem> problems) {
        int before = problems.size();
        var rule = new ReadRule(at, problems).rule(json);
        return problems.size() == before ? Optional.ofNullable(rule) : Optional.empty();
    }

    private @Nullable ScheduleRule rule(@Nullable RuleJson json) {
        if (json == null) {
            problems.add(new FieldProblem(at, "required", BilingualText.of("schedule.problem.required")));
            return null;
        }
        if (json.type() == null || json.type().isBlank()) {
            return wrong("type", "required", "schedule.problem.required");
        }
        return switch (json.type()) {
            case "DAYS" -> new EveryDays(number("days", json.days(), 1, MOST_DAYS));
            case "MONTHS" ->
                new EveryMonths(
                        months(json), numberOrLast("dayOfMonth", json.dayOfMonth(), LAST_DAY, EveryMonths.LAST));
            case "NTH_WEEKDAY" ->
                new EveryNthWeekday(
                        months(json),
                        numberOrLast("nth", json.nth(), LAST_NTH, EveryNthWeekday.LAST),
                        weekday(json.weekday()));
            case "DATES" -> new FixedDates(dates(json.dates()));
            case "GAPS" -> gaps(json.days());
            default -> wrong("type", "unknown", "schedule.problem.type");
        };
    }

    private int months(RuleJson json) {
        if (json.months() == null) {
            wrong("months", "required", "schedule.problem.required");
            return 1;
        }
        return inRange("months", json.months(), 1, MOST_MONTHS);
    }

    private int number(String field, @Nullable JsonNode value, int least, int most) {
        if (missing(value)) {
            wrong(field, "required", "schedule.problem.required");
            return least;
        }
        var node = Objects.requireNonNull(value);
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            wrong(field, "invalid", "schedule.problem.number", least, most);
            return least;
        }
        return inRange(field, node.intValue(), least, most);
    }

    private int inRange(String field, int value, int least, int most) {
        if (value < least || value > most) {
            wrong(field, "invalid", "schedule.problem.number", least, most);
            return least;
        }
        return value;
    }

    private int numberOrLast(String field, @Nullable JsonNode value, int most, int last) {
        if (value != null && value.isString()) {
            if (!value.stringValue().equals(RuleJson.LAST)) {
                wrong(field, "invalid", "schedule.problem.number-or-last", most);
            }
            return last;
        }
        return number(field, value, 1, most);
    }

    private DayOfWeek weekday(@Nullable String name) {
        if (name == null || name.isBlank()) {
            wrong("weekday", "required", "schedule.problem.required");
            return DayOfWeek.MONDAY;
        }
        var known = Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().equals(name))
                .findFirst();
        if (known.isEmpty()) {
            wrong("weekday", "unknown", "schedule.problem.weekday");
        }
        return known.orElse(DayOfWeek.MONDAY);
    }

    private List<LocalDate> dates(@Nullable List<@Nullable String> written) {
        if (written == null || written.isEmpty()) {
            wrong("dates", "required", "schedule.problem.required");
            return List.of();
        }
        if (written.size() > MOST_LISTED) {
            wrong("dates", "invalid", "schedule.problem.many", MOST_LISTED);
            return List.of();
        }
        var dates = new ArrayList<LocalDate>();
        for (int i = 0; i < written.size(); i++) {
            try {
                dates.add(CalendarRange.day(written.get(i)));
            } catch (DateTimeException noDay) {
                wrong("dates[" + i + "]", "invalid", "schedule.problem.date");
            }
        }
        return dates;
    }

    private @Nullable ScheduleRule gaps(@Nullable JsonNode days) {
        if (missing(days) || Objects.requireNonNull(days).isArray() && days.isEmpty()) {
            return wrong("days", "required", "schedule.problem.required");
        }
        if (!days.isArray() || days.size() > MOST_LISTED) {
            return wrong("days", "invalid", "schedule.problem.gaps", MOST_LISTED);
        }
        var gaps = new ArrayList<Integer>();
        for (int i = 0; i < days.size(); i++) {
            gaps.add(number("days[" + i + "]", days.get(i), 1, MOST_DAYS));
        }
        return new ChangingGaps(gaps);
    }

    private static boolean missing(@Nullable JsonNode value) {
        return value == null || value.isNull() || value.isMissingNode();
    }

    private @Nullable ScheduleRule wrong(String field, String code, String key, Object... arguments) {
        problems.add(new FieldProblem(at + "." + field, code, BilingualText.of(key, arguments)));
        return null;
    }
}
