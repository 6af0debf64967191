package jp.otodoke.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jp.otodoke.UnitTest;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Yen;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@UnitTest
class AmountRangeTests {
    @ParameterizedTest
    @ValueSource(strings = {"6530", "¥6,530", "６５３０", " 6,530 "})
    void anAmountAloneIsExact(String typed) {
        assertThat(AmountRange.of(typed)).isEqualTo(new AmountRange(Yen.of(6530), Yen.of(6530)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000-5000", "¥1,000 - ¥5,000", "1000~5000", "1000〜5000", "1000..5000"})
    void twoAmountsAreARange(String typed) {
        assertThat(AmountRange.of(typed)).isEqualTo(new AmountRange(Yen.of(1000), Yen.of(5000)));
    }

    @Test
    void oneEndMayBeOpen() {
        assertThat(AmountRange.of("1000-")).isEqualTo(new AmountRange(Yen.of(1000), null));
        assertThat(AmountRange.of("-5000")).isEqualTo(new AmountRange(null, Yen.of(5000)));
        assertThat(AmountRange.of(" ")).isEqualTo(AmountRange.ANY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "..", "abc", "10x", "1-2-3", "99999999999999999999"})
    void whatIsNoAmountIsRefused(String typed) {
        assertThatThrownBy(() -> AmountRange.of(typed)).isInstanceOf(InvalidInput.class);
    }

    @Property(tries = 300)
    void whatIsWrittenIsReadTheSame(
            @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long least,
            @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long most) {
        var range = new AmountRange(Yen.of(least), Yen.of(most));

        assertThat(AmountRange.of(least + ".." + most)).isEqualTo(range);
    }
}
