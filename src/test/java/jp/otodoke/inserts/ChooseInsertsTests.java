package jp.otodoke.inserts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.otodoke.ModuleTest;
import jp.otodoke.inserts.ChooseInserts.Rule;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.InsertMother;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class ChooseInsertsTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    @Autowired
    Given given;

    @Autowired
    ChooseInserts inserts;

    @Test
    void aRuleIsThereFromItsFirstToItsLastDay() {
        var autumn = given.insertRule(InsertMother.forEveryParcel().valid(TODAY.minusDays(10), TODAY.plusDays(10)));

        assertThat(rules(TODAY.minusDays(11))).doesNotContain(autumn);
        assertThat(rules(TODAY.minusDays(10))).contains(autumn);
        assertThat(rules(TODAY.plusDays(10))).contains(autumn);
        assertThat(rules(TODAY.plusDays(11))).doesNotContain(autumn);
    }

    @Test
    void aRuleWithoutALastDayGoesOn() {
        var always = given.insertRule(InsertMother.forEveryParcel().valid(TODAY, null));

        assertThat(rules(TODAY.plusYears(20))).contains(always);
    }

    @Test
    void whatIsSwitchedOffIsNotEnclosed() {
        var off = given.insertRule(InsertMother.forEveryParcel().switchedOff());

        assertThat(rules(TODAY)).doesNotContain(off);
    }

    @Test
    void onlyAFirstOrderGetsWhatWelcomesANewCustomer() {
        var welcome = given.insertRule(InsertMother.forFirstOrders());
        var all = given.insertRule(InsertMother.forEveryParcel());

        assertThat(chosen(true, 0)).contains(welcome, all);
        assertThat(chosen(false, 0)).contains(all).doesNotContain(welcome);
    }

    @Test
    void goodsOfExactlyTheAmountAreEnough() {
        var gift = given.insertRule(InsertMother.forGoodsFrom(10_000));

        assertThat(chosen(false, 9_999)).doesNotContain(gift);
        assertThat(chosen(false, 10_000)).contains(gift);
    }

    private List<String> rules(LocalDate day) {
        return inserts.rules(day).stream().map(Rule::code).toList();
    }

    private List<String> chosen(boolean firstOrder, long goods) {
        return inserts.choose(inserts.rules(TODAY), firstOrder, Yen.of(goods)).stream()
                .map(Rule::code)
                .toList();
    }
}
