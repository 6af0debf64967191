package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import jp.otodoke.UnitTest;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@UnitTest
class BankKanaTests {
    private static final Charset JIS = Charset.forName("windows-31j");

    @ParameterizedTest
    @CsvSource({
        "ヤマダ ハナコ, ﾔﾏﾀﾞ ﾊﾅｺ",
        "やまだ　はなこ, ﾔﾏﾀﾞ ﾊﾅｺ",
        "ﾔﾏﾀﾞ ﾊﾅｺ, ﾔﾏﾀﾞ ﾊﾅｺ",
        "キョウコ, ｷﾖｳｺ",
        "ショッピング, ｼﾖﾂﾋﾟﾝｸﾞ",
        "スーパー, ｽ-ﾊﾟ-",
        "ヴェルディ, ｳﾞｴﾙﾃﾞｲ",
        "カ）テスト, ｶ)ﾃｽﾄ",
        "Ａ・smith, A.SMITH",
        "ヲガワ, ｵｶﾞﾜ"
    })
    void namesAreWrittenAsBanksWriteThem(String typed, String written) {
        assertThat(BankKana.of(typed)).contains(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"山田 花子", "ヤマダ 花子", "㈱テスト", "ヤマダ@", "ヤマダ/ハナコ", "ヤマダ'", "", "　"})
    void whatNoBankAcceptsIsNotGuessed(String typed) {
        assertThat(BankKana.of(typed)).isEmpty();
    }

    @Test
    void aNameOfManyBlanksHasOneBetweenItsParts() {
        assertThat(BankKana.of(" ヤマダ 　 ハナコ ")).contains("ﾔﾏﾀﾞ ﾊﾅｺ");
    }

    @Property
    void whateverIsTypedNoCharacterNeedsTwoBytesOrIsForbidden(@ForAll String typed) {
        BankKana.of(typed).ifPresent(name -> {
            assertThat(name.getBytes(JIS)).hasSize(name.length());
            assertThat(name).doesNotContainPattern("[ｦ-ｰa-z]");
            assertThat(BankKana.of(name)).contains(name);
        });
    }

    @Test
    void cutsBeforeAKanaThatWouldLoseItsMark() {
        assertThat(BankKana.cut("ﾔﾏﾀﾞ", 3)).isEqualTo("ﾔﾏ");
        assertThat(BankKana.cut("ﾔﾏﾀﾞ", 4)).isEqualTo("ﾔﾏﾀﾞ");
        assertThat(BankKana.cut("ｵﾊﾟﾙ", 2)).isEqualTo("ｵ");
        assertThat(BankKana.cut("ｱｵｷ", 2)).isEqualTo("ｱｵ");
    }
}
