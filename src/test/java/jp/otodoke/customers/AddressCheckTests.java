package jp.otodoke.customers;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.ModuleTest;
import jp.otodoke.shared.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class AddressCheckTests {
    private final AddressCheck addressCheck;
    private final PostalCodes postalCodes;
    private final JdbcClient jdbc;

    @Autowired
    AddressCheckTests(AddressCheck addressCheck, PostalCodes postalCodes, JdbcClient jdbc) {
        this.addressCheck = addressCheck;
        this.postalCodes = postalCodes;
        this.jdbc = jdbc;
    }

    @ParameterizedTest
    @CsvSource({
        "100-0001,東京都,千代田区,千代田1-1",
        "1000001,東京都,'',千代田区千代田1-1",
        "811-4182,福岡県,'',宗像市城ケ谷5-6-20",
        "811-4182,福岡県,宗像市,城ヶ谷5-6-20",
        "273-0101,千葉県,鎌ケ谷市,富岡1-2-3",
        "273-0101,千葉県,鎌ヶ谷市,富岡1-2-3",
        "498-0000,愛知県,弥富市,1-1",
        "498-0000,三重県,桑名郡木曽岬町,1-1",
        "498-0000,三重県,木曽岬町,1-1",
        "975-0007,福島県,'',南相馬市原町区南町4-26-12",
        "124-0012,東京都,葛\uDB40\uDD00飾区,立石5-13-1",
        "790-0003,愛媛\uDB40\uDD03県,松山市,三番町1-13",
        "249-0002,神奈川県,逗\uDB40\uDD00子市,山の根1-2",
        "605-0073,京都府,京都市東山区,祇\uDB40\uDD00園町北側1",
        "985-0002,宮城県,塩釜市,海岸通1",
        "038-2701,青森県,鯵ヶ沢町,北浮田町1"
    })
    void fits(String zip, String prefecture, String city, String line1) {
        assertThat(addressCheck.problem(new Address(zip, prefecture, city, line1, "")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"100-0001,大阪府,千代田区,千代田1-1", "100-0001,東京都,港区,芝1-1", "498-0000,三重県,桑名市,1-1"})
    void isAtOdds(String zip, String prefecture, String city, String line1) {
        assertThat(addressCheck.problem(new Address(zip, prefecture, city, line1, "")))
                .contains("customer.address.at-odds-with-postal-code");
    }

    @Test
    void noTwoCitiesOfAPrefectureAreOnePlace() {
        var cities = jdbc.sql("select distinct prefecture, city from postal_area where office = ''")
                .query((row, n) -> row.getString("prefecture") + PlaceName.comparable(row.getString("city")))
                .list();

        assertThat(cities).hasSizeGreaterThan(1800).doesNotHaveDuplicates();
    }

    @Test
    void suggestsTheCodeOfATownWhoseCityIsWrittenOtherwise() {
        assertThat(postalCodes.around(new Address("", "宮城県", "塩釜市", "海岸通1", "")))
                .extracting(PostalArea::zip)
                .contains("9850002");
    }

    @Test
    void anUnknownPostalCodeIsNoProblem() {
        assertThat(addressCheck.problem(new Address("999-9999", "東京都", "千代田区", "千代田1-1", "")))
                .isEmpty();
    }

    @Test
    void oneCodeMayMeanSeveralTownsAndTwoPrefectures() {
        assertThat(postalCodes.find("498-0000"))
                .extracting(PostalArea::prefecture)
                .containsExactlyInAnyOrder("愛知県", "三重県");
        assertThat(postalCodes.find("４５２−０９６１")).hasSize(66);
    }

    @Test
    void theCodeOfALargeReceiverNamesIt() {
        assertThat(postalCodes.find("001-8501")).anyMatch(area -> area.office().contains("創成学園"));
    }

    @Test
    void whatIsNoPostalCodeMeansNothing() {
        assertThat(postalCodes.find("12")).isEmpty();
    }
}
