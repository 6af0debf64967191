package jp.otodoke.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.stream.IntStream;
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

    /** Text of these characters alone takes the quick way, so none of them may be one that normalising changes. */
    @Test
    void leavesAsciiKanaAndKanjiAsTheyAre() {
        IntStream.concat(IntStream.rangeClosed(' ', '~'), IntStream.rangeClosed('\u3000', '\u9FFF'))
                .mapToObj(Character::toString)
                .forEach(c -> {
                    var normalised = Normalizer.normalize("あ" + c + "あ", Normalizer.Form.NFKC);
                    if (!c.matches("[\\u3200-\\u33FF]")) {
                        assertThat(TextNormalizer.clean("あ" + c + "あ")).isEqualTo(normalised);
                    }
                });
    }

    @Test
    void dropsWhatNobodySees() {
        assertThat(TextNormalizer.clean("\uFEFF葛西\u200B 花\u202C")).isEqualTo("葛西 花");
        assertThat(TextNormalizer.clean("\u202A090-1234-5678\u202C")).isEqualTo("090-1234-5678");
        assertThat(TextNormalizer.blank("\u202E\uFEFF ")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"葛\uDB40\uDD00西 花", "葛\uDB40\uDD01西 花", "葛\uFE00西 花", "葛西\u200B 花"})
    void comparesWhicheverGlyphWasChosen(String name) {
        assertThat(TextNormalizer.key(name)).isEqualTo("葛西花");
        assertThat(TextNormalizer.clean("葛\uDB40\uDD00西")).isEqualTo("葛\uDB40\uDD00西");
    }

    @Test
    void aPlaceHasOneGlyph() {
        assertThat(new Address("7900003", "愛媛\uDB40\uDD03県", "葛\uDB40\uDD00飾区", "辻\uDB40\uDD00堂1", ""))
                .isEqualTo(new Address("7900003", "愛媛県", "葛飾区", "辻堂1", ""));
    }

    @Test
    void comparesItByItsPlainestForm() {
        assertThat(TextNormalizer.key("㈱ \uFA19田")).isEqualTo(TextNormalizer.key("(株)神田"));
        assertThat(new Address("1000001", "東京都", "千代田区", "千代田1-1", "コーポⅡ").addressKey())
                .isEqualTo(new Address("1000001", "東京都", "千代田区", "千代田1-1", "コーポII").addressKey());
    }
}
