package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.UnitTest;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By which reading deposits and claims find each other. */
@UnitTest
class PayerKeyTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ｶ)ｱｵｿﾞﾗｼﾖｳｶｲ",
                "ｱｵｿﾞﾗｼﾖｳｶｲ(ｶ",
                "ｱｵｿﾗｼﾖｳｶｲ",
                "カブシキガイシャ　アオゾラショウカイ",
                "アオゾラ・ショウカイ（カ）",
                "1234 ｶ)ｱｵｿﾞﾗ ｼﾖｳｶｲ",
                "㈱アオゾラショウカイ",
                "あおぞらしょうかい"
            })
    void oneFirmHasOneKeyHoweverItIsWritten(String written) {
        assertThat(PayerKey.of(written)).isEqualTo("アオソラシヨウカイ");
    }

    @Test
    void aNameThatIsNothingButALegalFormKeepsIt() {
        assertThat(PayerKey.of("カ)")).isNotEmpty();
    }

    @Test
    void whoHasNoNameHasNoKey() {
        assertThat(PayerKey.of("A00000123")).isEmpty();
        assertThat(PayerKey.of("  ")).isEmpty();
    }

    @Test
    void differentNamesHaveDifferentKeys() {
        assertThat(PayerKey.of("ﾔﾏﾀﾞ ﾊﾅｺ")).isNotEqualTo(PayerKey.of("ﾔﾏﾀﾞ ﾊﾅｴ"));
    }

    @Property(tries = 300)
    void theKeyOfAKeyIsItself(
            @ForAll @StringLength(max = 48) @CharRange(from = 'ｦ', to = 'ﾟ') @CharRange(from = ' ', to = '9')
                    String written) {
        var key = PayerKey.of(written);

        assertThat(PayerKey.folded(RemitterName.key(key))).isEqualTo(key);
    }

    @Property(tries = 300)
    void whereOneLetterOfSevenOrMoreDiffersHeadOrTailIsTheSame(
            @ForAll @StringLength(min = 7, max = 13) @CharRange(from = 'ア', to = 'ン') String key, @ForAll int place) {
        var at = Math.floorMod(place, key.length());
        var other = key.substring(0, at) + "ー" + key.substring(at + 1);

        assertThat(PayerKey.head(key).equals(PayerKey.head(other))
                        || PayerKey.tail(key).equals(PayerKey.tail(other)))
                .isTrue();
    }
}
