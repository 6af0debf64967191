package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jp.otodoke.UnitTest;
import jp.otodoke.payments.SlipNotice.Kind;
import jp.otodoke.payments.SlipOutcome.State;
import jp.otodoke.shared.Yen;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@UnitTest
class SlipOutcomeTests {
    @ParameterizedTest
    @CsvSource({
        "PRELIMINARY, PROVISIONAL, 1000",
        "REALTIME, PROVISIONAL, 1000",
        "WITHDRAWN, WITHDRAWN, 0",
        "FINAL, CONFIRMED, 1000",
        "POSTAL, CONFIRMED, 1000",
        "POSTAL_CORRECTED, CONFIRMED, 1000",
        "PRELIMINARY+WITHDRAWN, WITHDRAWN, 0",
        "REALTIME+PRELIMINARY+WITHDRAWN, WITHDRAWN, 0",
        "PRELIMINARY+FINAL, CONFIRMED, 1000",
        "PRELIMINARY+WITHDRAWN+FINAL, CONFIRMED, 1000"
    })
    void theStrongestNoticeHolds(String kinds, State state, long amount) {
        var notices = new EnumMap<Kind, Yen>(Kind.class);
        List.of(kinds.split("\\+")).forEach(kind -> notices.put(Kind.valueOf(kind), Yen.of(1000)));

        assertThat(SlipOutcome.of(notices)).isEqualTo(new SlipOutcome(state, Yen.of(amount)));
    }

    @ParameterizedTest
    @CsvSource({"PRELIMINARY, FINAL", "POSTAL, POSTAL_CORRECTED"})
    void theAmountIsThatOfTheStrongestNotice(Kind first, Kind second) {
        assertThat(SlipOutcome.of(Map.of(first, Yen.of(1000), second, Yen.of(900)))
                        .amount())
                .isEqualTo(Yen.of(900));
    }

    /** Each of them comes once or often, in this order or another. */
    @Property
    void neitherOrderNorRepetitionMatters(
            @ForAll("histories") List<Kind> history, @ForAll("histories") List<Kind> other) {
        var all = new ArrayList<>(history);
        all.addAll(other);
        all.addAll(history);
        var turned = new ArrayList<>(other);
        turned.addAll(history);

        assertThat(outcome(all)).isEqualTo(outcome(turned));
    }

    private static SlipOutcome outcome(List<Kind> history) {
        var notices = new EnumMap<Kind, Yen>(Kind.class);
        history.forEach(kind -> notices.putIfAbsent(kind, Yen.of(1000 + kind.ordinal())));
        return SlipOutcome.of(notices);
    }

    @Provide
    Arbitrary<List<Kind>> histories() {
        return Arbitraries.of(Kind.class).list().ofMinSize(1).ofMaxSize(8);
    }
}
