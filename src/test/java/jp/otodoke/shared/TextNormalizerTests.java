package jp.otodoke.shared;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.UnitTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@UnitTest
class TextNormalizerTests {
    @ParameterizedTest
    @CsvSource({"１２３－４, 123-4", "ｶﾞｷﾞ, ガギ", "'　ＡＢＣ　', ABC", "か\u3099, が", "～, ~"})
    void hasOneWidth(String typed, String clean) {
        assertThat(TextNormalizer.clean(typed)).isEqualTo(clean);
    }

    @ParameterizedTest
    @ValueSource(strings = {"㈱髙﨑商店", "コーポⅡ ①号室", "\uFA19田 \uFA1B子", "№5 ℡"})
    void keepsWhatPeopleWriteOnPurpose(String written) {
        assertThat(TextNormalizer.clean(written)).isEqualTo(written);
    }

    @Test
    void comparesItByItsPlainestForm() {
        assertThat(TextNormalizer.key("㈱ \uFA19田")).isEqualTo(TextNormalizer.key("(株)神田"));
        assertThat(new Address("1000001", "東京都", "千代田区", "千代田1-1", "コーポⅡ").addressKey())
                .isEqualTo(new Address("1000001", "東京都", "千代田区", "千代田1-1", "コーポII").addressKey());
    }
}
