package jp.otodoke.desk.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jp.otodoke.OtodokeTest;
import jp.otodoke.fulfilment.RequestOrderCancel;
import jp.otodoke.loyalty.AddCoupon;
import jp.otodoke.mothers.CouponMother;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@OtodokeTest
class OrderChangePageTests {
    @Autowired
    Given given;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    RequestOrderCancel cancel;

    @Autowired
    LoadOrderView orders;

    @Autowired
    AddCoupon addCoupon;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private String sku = "";
    private OrderNumber number = OrderNumber.of("A0");

    @BeforeEach
    void anOrderOfTwo() {
        sku = given.product(ProductMother.tea());
        number = given.order(OrderMother.of(sku, 2).byPhone().family("変更"));
    }

    @Test
    void aRecipientWhoWouldPayInTheBuyersPlaceIsNamedBeforeSaving() {
        assertThat(post("/edit/totals", Map.of("line1", "千代田9-9"))).bodyText().doesNotContain("様が配達員へ支払います");
        assertThat(post("/edit/totals", Map.of("name", "贈先 花子"))).bodyText().contains("贈先 花子 様が配達員へ支払います");
        assertThat(post("/edit/totals", Map.of("name", "贈先 花子", "method", "BANK_TRANSFER")))
                .bodyText()
                .doesNotContain("様が配達員へ支払います");
    }

    @Test
    void changesLinesDeliveryAndDestination() {
        assertThat(get("/orders/" + number)).bodyText().contains("/orders/" + number + "/edit");
        assertThat(get("/orders/" + number + "/edit"))
                .hasStatusOk()
                .bodyText()
                .contains(sku, "¥6,880", "何も変えていません")
                .doesNotContain("??");

        var change = Map.of("quantity", "3", "deliveryDate", "2026-12-24", "timeSlot", "AM", "line1", "千代田9-9");
        assertThat(post("/edit/totals", change))
                .hasStatusOk()
                .bodyText()
                .contains("いまの合計", "¥6,880", "変更後の合計", "在庫を引き当て直し", "+¥")
                .doesNotContain("??");
        assertThat(post("/edit", change))
                .hasRedirectedUrl("/orders/" + number)
                .flash()
                .containsKey("done");

        var changed = orders.content(number);
        assertThat(changed.lines()).singleElement().satisfies(l -> assertThat(l.quantity())
                .isEqualTo(3));
        assertThat(changed.destinations()).singleElement().satisfies(d -> {
            assertThat(d.address().line1()).isEqualTo("千代田9-9");
            assertThat(d.deliveryDate()).isEqualTo(LocalDate.of(2026, 12, 24));
            assertThat(d.timeSlot()).isEqualTo("AM");
        });
        assertThat(changed.method()).isEqualTo(PaymentMethod.CASH_ON_DELIVERY);
    }

    @Test
    void changesPointsAndCoupon() {
        var coupon = addCoupon.add(CouponMother.yen(500).build());

        assertThat(get("/orders/" + number + "/edit")).bodyText().contains("使うポイント", "クーポンコード");
        assertThat(post("/edit/totals", Map.of("points", "1"))).bodyText().contains("使えるポイントは 0 です");
        assertThat(post("/edit/totals", Map.of("points", "x"))).bodyText().contains("0以上の整数");
        assertThat(post("/edit", Map.of("points", "0", "coupon", "NO-SUCH")))
                .hasStatusOk()
                .bodyText()
                .contains("クーポン NO-SUCH はありません")
                .doesNotContain("??");
        assertThat(post("/edit", Map.of("coupon", coupon))).hasRedirectedUrl("/orders/" + number);
        assertThat(orders.content(number).totals().discount()).isEqualTo(Yen.of(500));
        assertThat(get("/orders/" + number + "/edit")).bodyText().contains(coupon);

        assertThat(post("/edit", Map.of("coupon", ""))).hasRedirectedUrl("/orders/" + number);

        assertThat(orders.content(number).coupon()).isNull();
        assertThat(orders.content(number).totals().discount()).isEqualTo(Yen.ZERO);
    }

    @Test
    void savesNothingWhereNothingDiffers() {
        assertThat(post("/edit", Map.of())).hasRedirectedUrl("/orders/" + number);

        assertThat(jdbc.sql("select count(*) from order_event where order_number = ? and event = 'CHANGED'")
                        .param(number.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void namesMistakesAndKeepsWhatWasTyped() {
        assertThat(post("/edit", Map.of("sku", "NO-SUCH", "city", "甲府市")))
                .hasStatusOk()
                .bodyText()
                .contains("NO-SUCH", "甲府市", "登録されていません");
        assertThat(post("/edit", Map.of("quantity", "0", "postalCode", "12")))
                .hasStatusOk()
                .bodyText()
                .contains("明細が1行以上", "郵便番号は7桁");
        assertThat(post("/edit", Map.of("method", "CREDIT_CARD")))
                .hasStatusOk()
                .bodyText()
                .contains("トークン");
    }

    @Test
    void theSecondOfTwoSeesWhatTheFirstChanged() {
        var opened = seen();
        assertThat(post("/edit", Map.of("quantity", "5"))).hasStatus3xxRedirection();

        assertThat(post("/edit", Map.of("quantity", "4", "seen", opened)))
                .hasStatusOk()
                .bodyText()
                .contains("ほかの方がこの受注を変更しました", "value=\"5\"");
    }

    @Test
    void isRefusedKindlyWhenItIsTooLate() {
        var opened = seen();
        cancel.request(number, "お客様都合", "operator");

        assertThat(get("/orders/" + number + "/edit"))
                .hasRedirectedUrl("/orders/" + number)
                .flash()
                .containsKey("refused");
        assertThat(post("/edit", Map.of("quantity", "4", "seen", opened)))
                .flash()
                .containsKey("refused");
        assertThat(get("/orders/" + number)).bodyText().doesNotContain("/edit\"");
    }

    private String seen() {
        try {
            var page = get("/orders/" + number + "/edit").getResponse().getContentAsString();
            var found = Pattern.compile("name=\"seen\" value=\"(\\w+)\"").matcher(page);
            return found.find() ? found.group(1) : "";
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult get(String path) {
        return mvc.get()
                .uri(path)
                .param("lang", "ja")
                .with(user("operator").authorities(authorities()))
                .exchange();
    }

    /** Sends the form as it was opened, but for what is given. */
    private MvcTestResult post(String action, Map<String, String> typed) {
        var to = orders.content(number).destinations().get(0);
        var form = new HashMap<>(Map.of(
                "name", to.name(),
                "kana", to.kana(),
                "phone", to.phone(),
                "postalCode", to.address().postalCode(),
                "prefecture", to.address().prefecture(),
                "city", to.address().city(),
                "line1", to.address().line1(),
                "sku", sku,
                "quantity", "2",
                "method", "CASH_ON_DELIVERY"));
        form.putAll(typed);
        form.computeIfAbsent("seen", key -> seen());
        var request = mvc.post()
                .uri("/orders/" + number + action)
                .param("lang", "ja")
                .with(user("operator").authorities(authorities()))
                .with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }

    private static List<GrantedAuthority> authorities() {
        return AuthorityUtils.createAuthorityList("ROLE_OPERATOR", "VIEW", "ORDERS_EDIT");
    }
}
