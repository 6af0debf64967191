package jp.otodoke.subscriptions;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A rule as programs write it and as it is stored. */
@Schema(
        name = "ScheduleRule",
        description =
                "DAYS with days; MONTHS with months and dayOfMonth; NTH_WEEKDAY with months, nth and weekday; DATES with"
                        + " dates; GAPS with days, a list whose last repeats",
        example = "{\"type\": \"MONTHS\", \"months\": 1, \"dayOfMonth\": 31}")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RuleJson(
        @Schema(allowableValues = {"DAYS", "MONTHS", "NTH_WEEKDAY", "DATES", "GAPS"}) @Nullable String type,
        @Schema(description = "A number of days; a list of them for GAPS", example = "14") @Nullable JsonNode days,
        @Schema(example = "1") @Nullable Integer months,
        @Schema(description = "1 to 31 or LAST", example = "31") @Nullable JsonNode dayOfMonth,
        @Schema(description = "1 to 5 or LAST", example = "2") @Nullable JsonNode nth,
        @Schema(allowableValues = {"MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"})
                @Nullable
                String weekday,
        @Schema(description = "Days such as 2026-03-03") @Nullable List<@Nullable String> dates) {
    static final String LAST = "LAST";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    public static RuleJson of(ScheduleRule rule) {
        if (rule instanceof EveryDays every) {
            return new RuleJson("DAYS", JSON.numberNode(every.days()), null, null, null, null, null);
        }
        if (rule instanceof EveryMonths every) {
            return new RuleJson(
                    "MONTHS",
                    null,
                    every.months(),
                    numberOrLast(every.dayOfMonth(), EveryMonths.LAST),
                    null,
                    null,
                    null);
        }
        if (rule instanceof EveryNthWeekday every) {
            return new RuleJson(
                    "NTH_WEEKDAY",
                    null,
                    every.months(),
                    null,
                    numberOrLast(every.nth(), EveryNthWeekday.LAST),
                    every.weekday().name(),
                    null);
        }
        if (rule instanceof FixedDates fixed) {
            return new RuleJson(
                    "DATES",
                    null,
                    null,
                    null,
                    null,
                    null,
                    fixed.dates().stream().map(LocalDate::toString).toList());
        }
        var gaps = JSON.arrayNode();
        ((ChangingGaps) rule).days().forEach(gaps::add);
        return new RuleJson("GAPS", gaps, null, null, null, null, null);
    }

    private static JsonNode numberOrLast(int number, int last) {
        return number == last ? JSON.stringNode(LAST) : JSON.numberNode(number);
    }
}
