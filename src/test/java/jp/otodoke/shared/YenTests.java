package jp.otodoke.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import jp.otodoke.UnitTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

@UnitTest
class YenTests {
    private static final Yen MOST = Yen.of(Long.MAX_VALUE);
    private static final Yen LEAST = Yen.of(Long.MIN_VALUE);

    @Test
    void addsAndSubtracts() {
        assertThat(Yen.of(3000).plus(Yen.of(550))).isEqualTo(Yen.of(3550));
        assertThat(Yen.of(550).minus(Yen.of(3000))).isEqualTo(Yen.of(-2450));
        assertThat(Yen.of(3000).times(3)).isEqualTo(Yen.of(9000));
        assertThat(Yen.of(3000).negated()).isEqualTo(Yen.of(-3000));
    }

    @Test
    void failsOnOverflowInsteadOfWrappingAround() {
        assertThatThrownBy(() -> MOST.plus(Yen.of(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> LEAST.minus(Yen.of(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> MOST.times(2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(LEAST::negated).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> MOST.share(Yen.of(2), Yen.of(3))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> MOST.taxIncluded(10)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Yen.sum(List.of(MOST, Yen.of(1)))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void sumsNothingToZero() {
        assertThat(Yen.sum(List.of())).isEqualTo(Yen.ZERO);
        assertThat(Yen.sum(List.of(Yen.of(100), Yen.of(-30)))).isEqualTo(Yen.of(70));
        assertThat(Yen.sum(List.of("a", "bcd"), text -> Yen.of(text.length()))).isEqualTo(Yen.of(4));
    }

    @ParameterizedTest
    @CsvSource({"1100, 10, 100", "1099, 10, 99", "108, 8, 8", "107, 8, 7", "0, 10, 0", "550, 0, 0"})
    void roundsIncludedTaxDown(long amount, int percent, long tax) {
        assertThat(Yen.of(amount).taxIncluded(percent)).isEqualTo(Yen.of(tax));
    }

    @ParameterizedTest
    @CsvSource({"-1100, 10, -100", "-1099, 10, -100", "-1101, 10, -101", "-1, 8, -1"})
    void roundsIncludedTaxOfNegativeAmountsDownToo(long amount, int percent, long tax) {
        assertThat(Yen.of(amount).taxIncluded(percent)).isEqualTo(Yen.of(tax));
    }

    @Test
    void roundsShareDown() {
        assertThat(Yen.of(1000).share(Yen.of(3), Yen.of(13))).isEqualTo(Yen.of(230));
        assertThat(Yen.of(-1000).share(Yen.of(3), Yen.of(13))).isEqualTo(Yen.of(-231));
        assertThat(Yen.of(1000).share(Yen.of(13), Yen.of(13))).isEqualTo(Yen.of(1000));
    }

    @Test
    void compares() {
        assertThat(Yen.of(2).isMoreThan(Yen.of(1))).isTrue();
        assertThat(Yen.of(1).isMoreThan(Yen.of(1))).isFalse();
        assertThat(Yen.of(1).isAtLeast(Yen.of(1))).isTrue();
        assertThat(Yen.of(-1).isAtLeast(Yen.ZERO)).isFalse();
        assertThat(Yen.of(-1).max(Yen.ZERO)).isEqualTo(Yen.ZERO);
        assertThat(Yen.of(-1).min(Yen.ZERO)).isEqualTo(Yen.of(-1));
        assertThat(Yen.of(2)).isGreaterThan(Yen.of(-3));
    }

    @Test
    void knowsItsSign() {
        assertThat(Yen.of(-1).isNegative()).isTrue();
        assertThat(Yen.of(1).isPositive()).isTrue();
        assertThat(Yen.of(0).isZero()).isTrue();
        assertThat(Yen.ZERO.isPositive()).isFalse();
        assertThat(Yen.ZERO.isNegative()).isFalse();
    }

    @Test
    void isAPlainNumberInJson() {
        var json = JsonMapper.shared();

        assertThat(json.writeValueAsString(new Paid("A1", Yen.of(6880))))
                .isEqualTo("{\"order\":\"A1\",\"amount\":6880}");
        assertThat(json.readValue("{\"order\":\"A1\",\"amount\":6880}", Paid.class))
                .isEqualTo(new Paid("A1", Yen.of(6880)));
    }

    @Test
    void isWrittenWithSeparators() {
        assertThat(Yen.of(1_234_567)).hasToString("¥1,234,567");
    }

    private record Paid(String order, Yen amount) {}
}
