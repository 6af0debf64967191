package jp.otodoke.orders;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.UnitTest;
import jp.otodoke.shared.BilingualText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever an order's history names without being a user has a name in both languages. */
@UnitTest
class ActorNamesTests {
    @ParameterizedTest
    @ValueSource(strings = {"carrier", "channel", "staff", "system", "warehouse"})
    void isNotShownAsACode(String actor) {
        assertThat(BilingualText.known("by." + actor))
                .hasValueSatisfying(name -> assertThat(name.japanese()).isNotEqualTo(actor));
    }
}
