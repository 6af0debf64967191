package jp.otodoke.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.function.Function;
import java.util.stream.Stream;
import jp.otodoke.UnitTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.ObjectMapper;

@UnitTest
class NumbersTests {
    static Stream<Arguments> types() {
        return Stream.of(
                arguments((Function<String, Object>) OrderNumber::of),
                arguments((Function<String, Object>) CustomerNumber::of),
                arguments((Function<String, Object>) ShipmentNumber::of),
                arguments((Function<String, Object>) Sku::of));
    }

    @ParameterizedTest
    @MethodSource("types")
    void readAsTheyAreWritten(Function<String, Object> of) {
        assertThat(of.apply("HF-001")).hasToString("HF-001");
    }

    @ParameterizedTest
    @MethodSource("types")
    void areEqualIfWrittenAlike(Function<String, Object> of) {
        assertThat(of.apply("HF-001")).isEqualTo(of.apply("HF-001")).isNotEqualTo(of.apply("HF-002"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void areNeverBlank(Function<String, Object> of) {
        assertThatThrownBy(() -> of.apply("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> of.apply(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofDifferentKindsAreNeverEqual() {
        assertThat((Object) OrderNumber.of("1")).isNotEqualTo(ShipmentNumber.of("1"));
    }

    @Test
    void areSortedAsText() {
        assertThat(Stream.of("A2", "A10", "A1").map(OrderNumber::of).sorted())
                .containsExactly(OrderNumber.of("A1"), OrderNumber.of("A10"), OrderNumber.of("A2"));
    }

    @ParameterizedTest
    @ValueSource(classes = {OrderNumber.class, CustomerNumber.class, ShipmentNumber.class, Sku.class})
    void arePlainTextInJson(Class<?> type) {
        var json = new ObjectMapper();

        assertThat(json.writeValueAsString(json.readValue("\"HF-001\"", type))).isEqualTo("\"HF-001\"");
    }

    @Test
    void yenIsAPlainNumberInJson() {
        var json = new ObjectMapper();

        assertThat(json.writeValueAsString(json.readValue("-1200", Yen.class))).isEqualTo("-1200");
    }
}
