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
        "１丁目,1丁目",
        "葛\uDB40\uDD00飾区,葛飾区",
        "逗\uDB40\uDD00子市,逗子市",
        "葛\uFE00城市,葛城市",
        "葛飾区\u200B,葛飾区",
        "\uFEFF鯖江市,鯖江市",
        "塩釜市,塩竈市",
        "西津軽郡鯵ヶ沢町,西津軽郡鰺ヶ沢町",
        "梼原町,檮原町",
        "木曾町,木曽町",
        "稻城市,稲城市",
        "燒津市,焼津市",
        "龜岡市,亀岡市",
        "攝津市,摂津市",
        "總社市,総社市",
        "安藝市,安芸市",
        "須恵町,須惠町",
        "自由が丘,自由ヶ丘"
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
