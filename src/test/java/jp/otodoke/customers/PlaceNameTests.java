package jp.otodoke.customers;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.UnitTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@UnitTest
class PlaceNameTests {
    @ParameterizedTest
    @CsvSource({
        "鎌ケ谷市,鎌ヶ谷市",
        "龍ケ崎市,竜ヶ崎市",
        "茅ヶ崎市,茅ケ崎市",
        "丸の内,丸ノ内",
        "虎之門,虎ノ門",
        "大字上野,上野",
        "字中島,中島",
        "千代田 区,千代田区",
        "１丁目,1丁目"
    })
    void twoSpellingsOfOnePlaceAgree(String one, String other) {
        assertThat(PlaceName.comparable(one)).isEqualTo(PlaceName.comparable(other));
    }

    @Test
    void aTownMayBeWrittenWithoutItsCounty() {
        assertThat(PlaceName.spellings("桑名郡木曽岬町")).contains("桑名郡木曽岬町", "木曽岬町");
    }

    @Test
    void aCityWithTheCharacterOfACountyHasNone() {
        assertThat(PlaceName.spellings("郡山市")).containsExactly("郡山市");
        assertThat(PlaceName.spellings("蒲郡市")).containsExactly("蒲郡市");
    }
}
