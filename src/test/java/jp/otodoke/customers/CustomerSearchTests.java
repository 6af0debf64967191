package jp.otodoke.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.otodoke.ModuleTest;
import jp.otodoke.customers.sql.CustomerSearch;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.shared.CustomerNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class CustomerSearchTests {
    private final CustomerSearch search;
    private final AdoptCustomer adoptCustomer;

    @Autowired
    CustomerSearchTests(CustomerSearch search, AdoptCustomer adoptCustomer) {
        this.search = search;
        this.adoptCustomer = adoptCustomer;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Z900",
                "z9001",
                "090-7777",
                "0907777",
                "8888",
                "7777-8888",
                "０９０７７７７",
                "木枯",
                "木",
                "紋次郎",
                "木枯し 紋次郎",
                "コガラシ",
                "こがら",
                "ｺｶﾞﾗｼ",
                "シモンジ",
                "monji@exa"
            })
    void findsByNumberPhoneNameKanaAndMail(String q) {
        monjiro();

        assertThat(numbers(q)).contains("Z9001");
    }

    @Test
    void countsNoFurtherThanAsked() {
        for (int i = 0; i < 4; i++) {
            adoptCustomer.takeOver(
                    CustomerNumber.of("Z92" + i), CustomerMother.person("多数 確認" + i, null, null, null, "千代田" + i));
        }

        var found = search.find("多数", null, "number", false, 0, 1, 2);

        assertThat(found.total()).isEqualTo(3);
    }

    @Test
    void findsByTheBeginningOfThePostalCode() {
        monjiro();

        assertThat(numbers("100-0001")).contains("Z9001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8888", "7777-8888", "０９０－７７７７－８８８８", "+81 90 7777 8888", "紋次郎", "z9001"})
    void findsWhoCallsByTheEndOfTheNumberToo(String typed) {
        monjiro();

        assertThat(search.callers(typed, 100))
                .extracting(c -> c.number().value())
                .contains("Z9001");
        assertThat(search.callers("", 8)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9001", "888", "7777-888", "紋木", "%", "_____", "コガラス", "\\"})
    void doesNotFindWhatIsElsewhere(String q) {
        monjiro();

        assertThat(numbers(q)).doesNotContain("Z9001");
    }

    @Test
    void countsWhatIsNotShown() {
        for (int i = 0; i < 5; i++) {
            adoptCustomer.takeOver(
                    CustomerNumber.of("Z91" + i), CustomerMother.person("頁数 確認" + i, null, null, null, "千代田" + i));
        }

        var found = search.find("頁数", null, "number", true, 1, 2, Long.MAX_VALUE);

        assertThat(found.total()).isEqualTo(5);
        assertThat(found.customers()).extracting(c -> c.number().value()).containsExactly("Z912", "Z911");
    }

    private void monjiro() {
        adoptCustomer.takeOver(
                CustomerNumber.of("Z9001"),
                CustomerMother.person("木枯し 紋次郎", "コガラシ モンジロウ", "090-7777-8888", "monji@example.jp", "千代田1"));
    }

    private List<String> numbers(String q) {
        return search.find(q, null, "number", false, 0, 200, Long.MAX_VALUE).customers().stream()
                .map(c -> c.number().value())
                .toList();
    }
}
