package jp.otodoke.partners.shop;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.UnitTest;
import jp.otodoke.shared.TimeSlot;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Slots are free text in shops: what they mean is read, and all else is for a person. */
@UnitTest
class SlotsTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "ーー",
                "なし",
                "無し",
                "指定なし",
                "指定無し",
                "ご指定なし",
                "希望なし",
                "希望無し",
                "指定しない",
                "希望しない",
                "希望しません",
                "時間指定なし",
                "時間指定無し",
                "時間指定 なし",
                "時間帯指定なし",
                "時間帯の希望なし",
                "お届け時間の指定なし",
                "お届け希望時間の指定はありません",
                "特になし",
                "特に希望はありません",
                "希望は特になし",
                "指定いたしません",
                "時間指定不可",
                "指定不可",
                "（指定なし）",
                "【指定なし】",
                "指定なし（最短でお届け）",
                "お届け時間帯：指定なし",
                "時間指定なし。",
                "時間を指定しない",
                "時間帯は問わない",
                "最短",
                "ﾅｼ",
                "未指定",
                "いつでも",
                "いつでも可",
                "終日",
                "お任せ",
                "選択してください",
                "None",
                "No preference",
                "Not specified"
            })
    void wordsForNoSlotMeanNone(String text) {
        assertThat(Slots.none(text)).isTrue();
        assertThat(Slots.find(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "午前",
                "午前中",
                "午前中希望",
                "午前中指定",
                "AM",
                "ＡＭ",
                "午前中（8～12時）",
                "午前中(8:00～12:00)",
                "午前中(08:00〜12:00)",
                "午前中 8時-12時",
                "午前中（9～12時）",
                "午前中(12時まで)",
                "午前中（～12時）",
                "午前中（8時〜正午）",
                "AM（8:00-12:00）",
                "【午前中】",
                "8時～12時",
                "8:00-12:00（午前中）",
                "時間指定：午前中",
                "12時まで",
                "12:00まで",
                "正午まで",
                "正午迄に希望",
                "午前12時まで",
                "～12時"
            })
    void theMorningIsKnownWithTheHoursThatShopsAdd(String text) {
        assertThat(Slots.find(text)).contains(TimeSlot.AM);
    }

    @ParameterizedTest
    @CsvSource({
        "14時-16時頃, 1416",
        "14～16時, 1416",
        "14:00～16:00, 1416",
        "１４：００〜１６：００, 1416",
        "14時00分から16時00分まで, 1416",
        "14時～16時の間, 1416",
        "午後2時～4時, 1416",
        "午後（14時〜16時）, 1416",
        "2pm-4pm, 1416",
        "1416, 1416",
        "1400-1600, 1416",
        "14:00 to 16:00, 1416",
        "16時～18時, 1618",
        "夕方（16～18時）, 1618",
        "お届け時間帯：16時～18時, 1618",
        "18:00-20:00, 1820",
        "18時―20時希望, 1820",
        "18-20時頃, 1820",
        "【18〜20時】, 1820",
        "19時～21時頃, 1921",
        "夜間（19時～21時）, 1921",
        "午後7時～午後9時, 1921",
        "夜7時から9時, 1921"
    })
    void hoursAreReadInTheWaysOfShops(String text, String code) {
        assertThat(Slots.find(text)).map(TimeSlot::code).contains(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "午後",
                "夜間",
                "12時～14時",
                "20～21時",
                "20時〜21時",
                "2時～4時",
                "14時",
                "14時以降",
                "14時台",
                "18時まで",
                "12時以降",
                "12時",
                "14:30～16:30",
                "14時～17時",
                "午前14時～16時",
                "午前中（10～12時）",
                "午前中（14～16時）",
                "午後（12～14時）",
                "午前中または14時～16時",
                "14～16時（不在時は隣へ）",
                "午前中不可",
                "午前中は不可、他は指定なし",
                "指定なし（午前中以外）",
                "なるべく早く"
            })
    void whatIsNoSlotOfTheCarriersIsForAPerson(String text) {
        assertThat(Slots.find(text)).isEmpty();
        assertThat(Slots.none(text)).isFalse();
    }

    @Property
    void everyDashUnitAndWidthIsRead(@ForAll("written") Written written) {
        assertThat(Slots.find(written.text())).as(written.text()).contains(written.slot());
    }

    @Property(tries = 1000)
    void anyTextIsASlotOrNoneOrForAPerson(@ForAll String text) {
        assertThat(Slots.find(text).isPresent() && Slots.none(text)).isFalse();
    }

    @Provide
    Arbitrary<Written> written() {
        return Combinators.combine(
                        Arbitraries.of(TimeSlot.FROM_14, TimeSlot.FROM_16, TimeSlot.FROM_18, TimeSlot.FROM_19),
                        Arbitraries.of("", "時", ":00", "時00分", "００", "：００"),
                        Arbitraries.of("-", "~", "〜", "～", "―", "–", "—", "‐", "−", "－", "ー", "─", " - ", "から", "→"),
                        Arbitraries.of("", "時", ":00", "時00分"),
                        Arbitraries.of("", "頃", "ごろ", "の間", "まで", "希望", "指定", "着"))
                .as(Written::new);
    }

    record Written(TimeSlot slot, String unit, String dash, String lastUnit, String tail) {
        String text() {
            var code = slot.code();
            return code.substring(0, 2) + unit + dash + code.substring(2) + lastUnit + tail;
        }
    }
}
