package jp.otodoke.subscriptions;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import jp.otodoke.UnitTest;
import jp.otodoke.shared.FieldProblem;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

@UnitTest
class ScheduleRuleTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void the31stIsTheEndOfAShorterMonthAndThe31stAgain() {
        assertThat(dates(new EveryMonths(1, 31), "2026-01-31", 5))
                .containsExactly(days("2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31"));
    }

    @Test
    void aLeapFebruaryEndsOnThe29th() {
        assertThat(dates(new EveryMonths(12, 29), "2024-02-29", 5))
                .containsExactly(days("2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"));
        assertThat(dates(new EveryMonths(1, EveryMonths.LAST), "2028-01-15", 3))
                .containsExactly(days("2028-01-15", "2028-02-29", "2028-03-31"));
        assertThat(dates(new EveryMonths(1, EveryMonths.LAST), "2100-01-31", 2))
                .containsExactly(days("2100-01-31", "2100-02-28"));
    }

    @Test
    void theFirstTurnIsTheFirstDateWhateverItsDay() {
        assertThat(dates(new EveryMonths(2, 10), "2026-01-25", 3))
                .containsExactly(days("2026-01-25", "2026-03-10", "2026-05-10"));
    }

    @Test
    void weekdaysBeginOnOrAfterTheFirstDate() {
        assertThat(dates(new EveryNthWeekday(2, 2, TUESDAY), "2026-01-14", 3))
                .containsExactly(days("2026-02-10", "2026-04-14", "2026-06-09"));
        assertThat(dates(new EveryNthWeekday(1, 2, TUESDAY), "2026-01-13", 2))
                .containsExactly(days("2026-01-13", "2026-02-10"));
    }

    @Test
    void aMissingFifthWeekdayIsTheLast() {
        assertThat(dates(new EveryNthWeekday(1, 5, FRIDAY), "2026-01-01", 3))
                .containsExactly(days("2026-01-30", "2026-02-27", "2026-03-27"));
    }

    @Test
    void datesBeforeTheFirstArePassedOverAndRunOut() {
        var rule = new FixedDates(List.of(day("2026-05-05"), day("2026-03-03"), day("2026-01-01"), day("2026-05-05")));

        assertThat(dates(rule, "2026-03-03", 5)).containsExactly(days("2026-03-03", "2026-05-05"));
        assertThat(rule.date(day("2026-05-06"), 1)).isEmpty();
    }

    @Test
    void theLastGapRepeats() {
        assertThat(dates(new ChangingGaps(List.of(14, 30)), "2026-01-01", 4))
                .containsExactly(days("2026-01-01", "2026-01-15", "2026-02-14", "2026-03-16"));
    }

    @Property
    void daysAreThoseOfTheCalendar(@ForAll("firsts") LocalDate first, @ForAll @IntRange(min = 1, max = 120) int days) {
        assertThat(dates(new EveryDays(days), first, 12)).isEqualTo(PlainEnumeration.everyDays(first, days, 12));
    }

    @Property
    void monthsAreThoseOfTheCalendar(
            @ForAll("firsts") LocalDate first,
            @ForAll @IntRange(min = 1, max = 14) int months,
            @ForAll @IntRange(min = 0, max = 31) int dayOfMonth) {
        assertThat(dates(new EveryMonths(months, dayOfMonth), first, 14))
                .isEqualTo(PlainEnumeration.everyMonths(first, months, dayOfMonth, 14));
    }

    @Property(tries = 400)
    void weekdaysAreThoseOfTheCalendar(
            @ForAll("firsts") LocalDate first,
            @ForAll @IntRange(min = 1, max = 7) int months,
            @ForAll @IntRange(min = 1, max = 6) int nth,
            @ForAll DayOfWeek weekday) {
        int which = nth == 6 ? EveryNthWeekday.LAST : nth;

        assertThat(dates(new EveryNthWeekday(months, which, weekday), first, 8))
                .isEqualTo(PlainEnumeration.everyNthWeekday(first, months, which, weekday, 8));
    }

    @Property
    void gapsAreThoseOfTheCalendar(
            @ForAll("firsts") LocalDate first,
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 60) Integer> gaps) {
        assertThat(dates(new ChangingGaps(gaps), first, 10)).isEqualTo(PlainEnumeration.gaps(first, gaps, 10));
    }

    @Property
    void listedDatesAscendFromTheFirst(
            @ForAll("firsts") LocalDate first,
            @ForAll @UniqueElements @Size(min = 1, max = 9) List<@IntRange(min = -90, max = 90) Integer> distances) {
        var listed = distances.stream().map(first::plusDays).toList();

        assertThat(dates(new FixedDates(listed), first, 12))
                .isSorted()
                .containsExactlyInAnyOrderElementsOf(
                        listed.stream().filter(day -> !day.isBefore(first)).toList());
    }

    /** A delivery between closed days is moved by looking at one day after the other, and the rule goes on as before. */
    @Property
    void aDeliveryIsMovedToTheNextDayThatIsOpen(
            @ForAll("rules") ScheduleRule rule,
            @ForAll("firsts") LocalDate first,
            @ForAll @Size(max = 60) Set<@IntRange(min = 0, max = 200) Integer> distances,
            @ForAll Shift shift) {
        var closed = new TreeSet<LocalDate>();
        distances.forEach(distance -> closed.add(first.plusDays(distance)));

        var turns = PreviewSchedule.around(closed, shift, rule, first, 12);

        assertThat(turns.stream().map(PlannedTurn::nominal).toList()).isEqualTo(dates(rule, first, 12));
        assertThat(turns).allSatisfy(turn -> {
            assertThat(turn.delivery())
                    .isEqualTo(
                            shift == Shift.AFTER
                                    ? PlainEnumeration.after(turn.nominal(), closed)
                                    : PlainEnumeration.before(turn.nominal(), closed));
            assertThat(turn.causes().isEmpty()).isEqualTo(turn.delivery().equals(turn.nominal()));
        });
        assertThat(turns.stream().map(PlannedTurn::delivery).toList()).isSorted();
    }

    @Property
    void whatIsWrittenIsReadAgain(@ForAll("rules") ScheduleRule rule) throws JacksonException {
        var written = JSON.writeValueAsString(RuleJson.of(rule));

        assertThat(ReadRule.of(JSON.readValue(written, RuleJson.class))).isEqualTo(rule);
        assertThat(rule.sentence().japanese()).isNotBlank().doesNotContain("schedule.");
        assertThat(rule.sentence().english()).isNotBlank().doesNotContain("schedule.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|rule.type",
                "{'type':'WEEKS'}|rule.type",
                "{'type':'DAYS'}|rule.days",
                "{'type':'DAYS','days':0}|rule.days",
                "{'type':'DAYS','days':-3}|rule.days",
                "{'type':'DAYS','days':1831}|rule.days",
                "{'type':'DAYS','days':99999999999}|rule.days",
                "{'type':'DAYS','days':[14]}|rule.days",
                "{'type':'MONTHS','dayOfMonth':1}|rule.months",
                "{'type':'MONTHS','months':0,'dayOfMonth':1}|rule.months",
                "{'type':'MONTHS','months':1}|rule.dayOfMonth",
                "{'type':'MONTHS','months':1,'dayOfMonth':32}|rule.dayOfMonth",
                "{'type':'MONTHS','months':1,'dayOfMonth':'FIRST'}|rule.dayOfMonth",
                "{'type':'NTH_WEEKDAY','months':1,'nth':6,'weekday':'MONDAY'}|rule.nth",
                "{'type':'NTH_WEEKDAY','months':1,'nth':1,'weekday':'HOLIDAY'}|rule.weekday",
                "{'type':'NTH_WEEKDAY','months':1,'nth':1}|rule.weekday",
                "{'type':'DATES','dates':[]}|rule.dates",
                "{'type':'DATES','dates':['2026-02-30']}|rule.dates[0]",
                "{'type':'DATES','dates':['2026-02-03', null]}|rule.dates[1]",
                "{'type':'GAPS','days':[]}|rule.days",
                "{'type':'GAPS','days':14}|rule.days",
                "{'type':'GAPS','days':[14, 0]}|rule.days[1]"
            })
    void aRuleThatCannotBeMeantIsRefusedAtItsPlace(String written, String place) throws JacksonException {
        var problems = new ArrayList<FieldProblem>();

        assertThat(ReadRule.of(JSON.readValue(written.replace('\'', '"'), RuleJson.class), "rule", problems))
                .isEmpty();
        assertThat(problems).extracting(FieldProblem::field).containsExactly(place);
        assertThat(problems)
                .allSatisfy(problem -> assertThat(problem.words().english()).doesNotContain("schedule."));
    }

    @Test
    void rulesAreSaidAsStaffSayThem() {
        assertThat(new EveryMonths(1, 31).sentence().japanese()).isEqualTo("毎月31日（ない月は末日まで）");
        assertThat(new EveryMonths(1, EveryMonths.LAST).sentence().japanese()).isEqualTo("毎月末日");
        assertThat(new EveryMonths(2, 10).sentence().english()).isEqualTo("every 2 months on day 10");
        assertThat(new EveryNthWeekday(1, 2, TUESDAY).sentence().japanese()).isEqualTo("毎月第2火曜日");
        assertThat(new EveryNthWeekday(3, EveryNthWeekday.LAST, FRIDAY)
                        .sentence()
                        .english())
                .isEqualTo("every 3 months on the last Friday");
        assertThat(new ChangingGaps(List.of(14, 30)).sentence().japanese()).isEqualTo("14日後、その後は30日ごと");
        assertThat(new EveryDays(14).sentence().english()).isEqualTo("every 14 days");
    }

    @Provide
    Arbitrary<LocalDate> firsts() {
        return Arbitraries.integers().between(0, 400_000).map(days -> LocalDate.of(1901, 1, 1)
                .plusDays(days));
    }

    @Provide
    Arbitrary<ScheduleRule> rules() {
        var months = Arbitraries.integers().between(1, 13);
        return Arbitraries.oneOf(
                Arbitraries.integers().between(1, 400).map(EveryDays::new),
                Combinators.combine(months, Arbitraries.integers().between(0, 31))
                        .as(EveryMonths::new),
                Combinators.combine(
                                months,
                                Arbitraries.of(1, 2, 3, 4, 5, EveryNthWeekday.LAST),
                                Arbitraries.of(DayOfWeek.class))
                        .as(EveryNthWeekday::new),
                Arbitraries.integers()
                        .between(0, 60_000)
                        .map(days -> LocalDate.of(2000, 1, 1).plusDays(days))
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(8)
                        .map(FixedDates::new),
                Arbitraries.integers()
                        .between(1, 90)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(5)
                        .map(ChangingGaps::new));
    }

    private static List<LocalDate> dates(ScheduleRule rule, String first, int count) {
        return dates(rule, day(first), count);
    }

    private static List<LocalDate> dates(ScheduleRule rule, LocalDate first, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(turn -> rule.date(first, turn))
                .flatMap(Optional::stream)
                .toList();
    }

    private static LocalDate[] days(String... days) {
        return Arrays.stream(days).map(LocalDate::parse).toArray(LocalDate[]::new);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
