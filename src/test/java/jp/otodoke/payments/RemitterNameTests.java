package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.UnitTest;
import jp.otodoke.shared.ReceivableNumber;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A remitter is known in whichever way the bank's machine wrote the name. */
@UnitTest
class RemitterNameTests {
    @ParameterizedTest
    @CsvSource({
        "ヤマダ ハナコ, ﾔﾏﾀﾞ ﾊﾅｺ",
        "ヤマダ ハナコ, ヤマダハナコ",
        "シュウジ, ｼﾕｳｼﾞ",
        "キャッスル, キヤツスル",
        "ヨーコ, ヨ－コ",
        "ヤマダ ハナコ, A00012345 ヤマダ ハナコ",
        "ヤマダ ハナコ, ヤマダ ハナコ 123456",
        "ヤマダ ハナコ, ヤマダ ハナコ 03-1234-5678",
        "やまだ はなこ, ヤマダ ハナコ"
    })
    void oneNameHasOneKey(String name, String asWritten) {
        assertThat(RemitterName.key(asWritten)).isEqualTo(RemitterName.key(name));
    }

    @Test
    void differentNamesHaveDifferentKeys() {
        assertThat(RemitterName.key("ヤマダ ハナコ")).isNotEqualTo(RemitterName.key("ヤマダ ハナエ"));
    }

    @ParameterizedTest
    @CsvSource({
        "A00012345ヤマダ, A00012345",
        "F00000012 ヤマダ, F00000012",
        "ヤマダ A00012345, A00012345",
        "Ａ０００１２３４５ ヤマダ, A00012345"
    })
    void findsOurNumberBesideTheName(String remitter, ReceivableNumber number) {
        assertThat(RemitterName.numbers(remitter)).containsExactly(number);
    }

    @Test
    void soundMarksThatStandAloneChangeNoKeyThatIsComparedAgain() {
        var key = RemitterName.key("˘゛ヮ゛");

        assertThat(RemitterName.key(key)).isEqualTo(key);
    }

    @Property(tries = 500)
    void anyTextHasAKeyThatStaysTheSame(@ForAll String name) {
        var key = RemitterName.key(name);

        assertThat(RemitterName.key(key)).isEqualTo(key);
        assertThat(RemitterName.numbers(name))
                .allSatisfy(number -> assertThat(number.value()).matches("[AF]\\d{8}"));
        assertThat(RemitterName.figures(name))
                .allSatisfy(figure -> assertThat(figure).matches("\\d{4,}"));
    }

    @Test
    void everyRunOfDigitsMayBeANumberExceptThoseOfOurOwn() {
        assertThat(RemitterName.figures("A00012345 ケンサ 1129 TEL 03-1234-5678")).containsExactly("1129", "1234", "5678");
    }

    @ParameterizedTest
    @CsvSource({"ｹﾝｻ ｶｷｼﾞ TEL 1131, ケンサ カキジ, true", "1129 ｹﾝｻ ﾀﾅｼﾞ, ケンサ スズイチ, false", "1129, '', false"})
    void aNameIsFoundWhateverStandsBesideIt(String remitter, String name, boolean mentioned) {
        assertThat(RemitterName.mentions(remitter, name)).isEqualTo(mentioned);
    }
}
