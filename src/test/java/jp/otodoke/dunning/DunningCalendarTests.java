package jp.otodoke.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import jp.otodoke.UnitTest;
import jp.otodoke.dunning.DunningCalendar.Entry;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@UnitTest
class DunningCalendarTests {
    @Test
    void isReadAsItStandsInTheTable() {
        assertThat(DunningCalendar.read("0 MAIL,7   LETTER, 28 PERSON").entries())
                .containsExactly(
                        new Entry(0, DunningStepKind.MAIL),
                        new Entry(7, DunningStepKind.LETTER),
                        new Entry(28, DunningStepKind.PERSON));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "MAIL",
                "0",
                "0 MAIL,",
                "7 MAIL, 3 LETTER",
                "-1 MAIL",
                "366 MAIL",
                "1000 MAIL",
                "0 mail",
                "0 FAX",
                "0 MAIL LETTER",
                "０ MAIL",
                "0 MAIL; 7 LETTER"
            })
    void isRefusedIfItCannotBeMeant(String text) {
        assertThatThrownBy(() -> DunningCalendar.read(text)).isInstanceOf(IllegalArgumentException.class);
        assertThat(DunningPolicy.read(text)).isEmpty();
    }

    @Property
    void whatIsWrittenIsReadAgain(@ForAll("calendars") DunningCalendar calendar) {
        assertThat(DunningCalendar.read(calendar.written())).isEqualTo(calendar);
    }

    @Property
    void anyTextIsReadOrRefused(@ForAll String text) {
        DunningPolicy.read(text).ifPresent(calendar -> assertThat(DunningCalendar.read(calendar.written()))
                .isEqualTo(calendar));
    }

    @Provide
    Arbitrary<DunningCalendar> calendars() {
        var days = Arbitraries.integers().between(0, 365).list().ofMinSize(1).ofMaxSize(20);
        return days.flatMap(some -> Arbitraries.of(DunningStepKind.class)
                .list()
                .ofSize(some.size())
                .map(kinds -> calendar(some.stream().sorted().toList(), kinds)));
    }

    private static DunningCalendar calendar(List<Integer> days, List<DunningStepKind> kinds) {
        return new DunningCalendar(IntStream.range(0, days.size())
                .mapToObj(i -> new Entry(days.get(i), kinds.get(i)))
                .toList());
    }
}
