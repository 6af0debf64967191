package jp.otodoke.partners.exchange.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import jp.otodoke.UnitTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@UnitTest
class StoredNameTests {
    @ParameterizedTest
    @ValueSource(strings = {"SHIP_ACK_20261129_0001.csv", "受注 11月 (再送).csv"})
    void aNameThatCanBeUsedStays(String name) {
        assertThat(StoredName.of(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${7*7}.csv", "a\\b.csv", "../x", "a:b*?\"<>|.csv", "%{x}", "\u0001"})
    void nothingIsLeftThatMeansSomethingElsewhere(String name) {
        assertThat(StoredName.of(name))
                .doesNotContainPattern("[${}*\\\\/:?\"<>|%\\p{Cntrl}]")
                .isNotEqualTo(name);
    }

    @Test
    void aLongNameIsCutAndStaysDifferentFromOthers() {
        var name = "受".repeat(83) + ".csv";

        assertThat(StoredName.of(name).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(200);
        assertThat(StoredName.of(name)).isNotEqualTo(StoredName.of(name + "v"));
    }
}
