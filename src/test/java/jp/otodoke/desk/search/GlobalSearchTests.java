package jp.otodoke.desk.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.otodoke.OtodokeTest;
import jp.otodoke.TestClock;
import jp.otodoke.fulfilment.FindPlannedShipments;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.orders.Recipient;
import jp.otodoke.payments.NewDeposit;
import jp.otodoke.payments.RecordDeposits;
import jp.otodoke.shared.Yen;
import jp.otodoke.staff.Permission;
import jp.otodoke.staff.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** The one search over everything: who finds what, and what of it is shown. */
@OtodokeTest
class GlobalSearchTests {
    private final Given given;
    private final TestClock clock;
    private final MockMvcTester mvc;
    private final RecordDeposits deposits;
    private final FindPlannedShipments plans;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    @Autowired
    GlobalSearchTests(
            Given given,
            TestClock clock,
            MockMvcTester mvc,
            RecordDeposits deposits,
            FindPlannedShipments plans,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.given = given;
        this.clock = clock;
        this.mvc = mvc;
        this.deposits = deposits;
        this.plans = plans;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Test
    void findsAParcelByWhoReceivesItAndShowsWhatStandsOnTheLabel() {
        clock.set("2026-11-26T07:00:00+09:00");
        var number = shipment();

        for (var typed : List.of("探索受", "タンサクウケ", "0368681234")) {
            assertThat(find(typed, Role.SHIPPING)).as(typed).bodyText().contains(number, "探索受 花子");
            assertThat(find(typed, Role.MARKETING))
                    .as(typed)
                    .bodyText()
                    .contains(number, "探●●●")
                    .doesNotContain("探索受 花子");
        }
    }

    @Test
    void findsADepositByItsRemitterForThoseWhoSeeMoney() {
        deposits.record(
                "bank",
                List.of(new NewDeposit("find-1", LocalDate.of(2026, 11, 20), Yen.of(777), "ソウサク シヨウジ", "", 1, false)));

        assertThat(find("そうさくしょうじ", Role.ACCOUNTING)).bodyText().contains("ソウサク シヨウジ", "¥777", "/deposits/");
        assertThat(find("ソウサク", Role.ADMIN)).bodyText().contains("ソ●●●", "¥777").doesNotContain("シヨウジ");
        assertThat(find("ソウサク", Role.SHIPPING)).bodyText().doesNotContain("¥777", "/deposits/");
    }

    @Test
    void findsAnOrderThatHasNotBeenShippedByThoseItConcerns() {
        clock.set("2026-11-26T07:00:00+09:00");
        var recipient = new Recipient("未出荷受 次郎", "ミシュッカウケ ジロウ", "03-5512-4417", CustomerMother.SAPPORO);
        var buyer = CustomerMother.called("発注元 三郎", "ハッチュウモト サブロウ", "090-3417-8526");
        var order = given.order(OrderMother.twoTeas().from(buyer).receivedBy(recipient));

        for (var typed :
                List.of("未出荷受", "ミシュッカウケ", "みしゅっかうけ", "4417", "０３－５５１２－４４１７", "発注元", "8526", "+81 90 3417 8526")) {
            assertThat(find(typed, Role.OPERATOR))
                    .as(typed)
                    .bodyText()
                    .contains("/orders/" + order + "\"", "発注元 三郎（お届け先 未出荷受 次郎）");
            assertThat(find(typed, Role.MARKETING))
                    .as(typed)
                    .bodyText()
                    .contains("/orders/" + order + "\"")
                    .doesNotContain("次郎", "三郎");
        }
    }

    @Test
    void findsAnOrderWithoutItsZerosAndLetter() {
        var order = given.order(OrderMother.twoTeas()).value();
        var bare = order.substring(1).replaceFirst("^0+", "");

        for (var typed : List.of(bare, "A" + bare, "a" + bare)) {
            assertThat(find(typed, Role.OPERATOR)).as(typed).bodyText().contains("/orders/" + order + "\"");
        }
    }

    @Test
    void findsACustomerByTheLastDigitsOfThePhoneAndByTheNumberWithoutItsZeros() {
        var customer = given.customer(CustomerMother.called("末尾 四桁", "マツビ ヨンケタ", "06-6123-9071"));

        for (var typed : List.of("9071", "6123-9071", customer.value().replaceFirst("C0*", ""))) {
            assertThat(find(typed, Role.OPERATOR)).as(typed).bodyText().contains("/customers/" + customer + "\"");
        }
    }

    @Test
    void whoseNumberOrSkuWasTypedComesBeforeAllWhoseNamesContainIt() {
        var others = IntStream.range(0, 7)
                .mapToObj(n -> given.customer(CustomerMother.somebody()))
                .toList();
        var customer = given.customer(CustomerMother.somebody());
        var bare = customer.value().replaceFirst("C0*", "");
        others.forEach(other -> given.renamed(other, "番外 " + bare));
        IntStream.range(0, 7)
                .forEach(n -> given.product(ProductMother.tea().coded("0番-" + n).called("品 X7450921 " + n)));
        given.product(ProductMother.tea().coded("X7450921").called("本品"));

        assertThat(find(bare, Role.OPERATOR)).bodyText().contains("/customers/" + customer + "\"");
        assertThat(find("X7450921", Role.OPERATOR)).bodyText().contains("/products/X7450921\"");
    }

    @Test
    void findsAPlannedShipmentWithoutItsZerosAndLetter() {
        var sku = given.product(ProductMother.tea(), 1);
        var order = given.orderUnderway(OrderMother.of(sku, 1));
        var planned = plans.ofOrder(order).get(0).number().value();
        var bare = planned.substring(1).replaceFirst("^0+", "");

        for (var typed : List.of(bare, "S" + bare, "s" + bare)) {
            assertThat(find(typed, Role.OPERATOR)).as(typed).bodyText().contains("/shipments/" + planned + "\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"探-RINGO", "探-ringo-12", "蜜りんご", "蜜リンゴ", "蜜ﾘﾝｺﾞ", "寒冷地", "じゅーす"})
    void findsAProductByItsSkuOrAPartOfItsNameHoweverKanaAreWritten(String typed) {
        given.product(ProductMother.tea().coded("探-RINGO-12").called("寒冷地の蜜りんごジュース"));

        assertThat(find(typed, Role.OPERATOR)).bodyText().contains("探-RINGO-12", "寒冷地の蜜りんごジュース");
    }

    @Test
    void saysWhereThereIsMoreThanItShows() {
        IntStream.range(0, 5).forEach(n -> given.product(ProductMother.tea().called("山の湧水 " + n)));
        assertThat(find("山の湧水", Role.OPERATOR)).bodyText().contains("山の湧水 4").doesNotContain("さらに見る");

        given.product(ProductMother.tea().called("山の湧水 5"));
        assertThat(find("山の湧水", Role.OPERATOR)).bodyText().contains("さらに見る", "/search?q=");
    }

    private String shipment() {
        var receiver = new Recipient("探索受 花子", "タンサクウケ ハナコ", "0368681234", CustomerMother.TOKYO);
        var sku = given.product(ProductMother.tea(), 1);
        var order = given.orderDispatched(OrderMother.of(sku, 1).receivedBy(receiver));
        return given.shipments(order).get(0).number().value();
    }

    private MvcTestResult find(String typed, Role role) {
        var authorities = Stream.concat(
                        Stream.of("ROLE_" + role.name()),
                        role.permissions().stream().map(Permission::name))
                .map(SimpleGrantedAuthority::new)
                .toList();
        return mvc.get()
                .uri("/search/quick")
                .param("q", typed)
                .param("lang", "ja")
                .with(user(role.code()).authorities(authorities))
                .exchange();
    }
}
