package jp.otodoke.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import jp.otodoke.OtodokeTest;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.shared.CustomerNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages of points and coupons. */
@OtodokeTest
class LoyaltyPageTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Given given;

    @Autowired
    Coupons coupons;

    @Autowired
    JdbcClient jdbc;

    private final String code = "PAGE-" + UUID.randomUUID().toString().substring(0, 8);
    private CustomerNumber customer = CustomerNumber.of("-");

    @BeforeEach
    void somebody() {
        customer = given.customer(CustomerMother.somebody());
    }

    @Test
    void aCouponIsIssuedListedExportedAndStopped() {
        assertThat(post("/coupons", terms("10"))).hasStatus3xxRedirection();
        assertThat(get("/coupons"))
                .bodyText()
                .contains(code.toUpperCase(Locale.ROOT), "10%", "使用中")
                .doesNotContain("??");
        assertThat(get("/coupons/export.csv")).hasStatusOk().bodyText().contains(code.toUpperCase(Locale.ROOT));

        assertThat(post("/coupons/" + code + "/active", Map.of("active", "false")))
                .hasStatus3xxRedirection();
        assertThat(coupons.find(code).orElseThrow().terms().active()).isFalse();
    }

    @Test
    void theTermsOfACouponThatNoOrderHasUsedAreChanged() {
        post("/coupons", terms("10"));
        assertThat(get("/coupons/" + code))
                .hasStatusOk()
                .bodyText()
                .contains("クーポン「" + code.toUpperCase(Locale.ROOT) + "」の条件を変える", "2026-12-31")
                .doesNotContain("??");

        assertThat(post("/coupons/" + code, terms("101")))
                .hasStatusOk()
                .bodyText()
                .contains("1%以上100%以下");
        assertThat(post("/coupons/" + code, terms("15"))).hasStatus3xxRedirection();

        assertThat(coupons.find(code).orElseThrow().terms().value()).isEqualTo(15);
        assertThat(jdbc.sql("select detail from audit_entry where action = 'coupon-changed' and subject = ?")
                        .param(code.toUpperCase(Locale.ROOT))
                        .query(String.class)
                        .single())
                .contains("PERCENT=10", "PERCENT=15");
        assertThat(get("/coupons/UNKNOWN-X")).hasStatus(404);
    }

    @Test
    void mistakesStandBesideTheirFieldsAndNothingTypedIsLost() {
        assertThat(post("/coupons", terms("101")))
                .hasStatusOk()
                .bodyText()
                .contains("1%以上100%以下", code)
                .doesNotContain("??");
        assertThat(post(
                        "/coupons",
                        Map.of("code", code, "name", "", "from", "x", "until", "", "kind", "AMOUNT", "value", "")))
                .hasStatusOk()
                .bodyText()
                .contains("開始日を日付で入力してください。");
    }

    @Test
    void aRateIsAddedAndAChannelEarnsNone() {
        var name = "年末 " + code;
        given.product(ProductMother.tea().in(code));
        assertThat(post(
                        "/point-rates",
                        Map.of(
                                "name",
                                name,
                                "group",
                                code,
                                "perMille",
                                "0",
                                "validFrom",
                                "2050-12-01",
                                "validUntil",
                                "2050-12-31",
                                "validMonths",
                                "6")))
                .hasStatus3xxRedirection();
        assertThat(post("/point-rates/channels", Map.of("channel", code, "earns", "false")))
                .hasStatus3xxRedirection();

        assertThat(get("/point-rates"))
                .bodyText()
                .contains(name, code.toUpperCase(Locale.ROOT))
                .doesNotContain("??");
    }

    @Test
    void ratesAreAddedListedAndEndedByPrograms() {
        given.product(ProductMother.tea().in(code));
        var body = "{\"name\": \"お茶\", \"group\": \"" + code + "\", \"perMille\": 50, \"validFrom\": \"2050-01-01\"}";

        var added = api(HttpMethod.POST, "", body);

        assertThat(added).hasStatus(201).bodyJson().extractingPath("$.group").isEqualTo(code);
        var own = String.valueOf(added.getResponse().getHeader("Location")).replaceFirst(".*/point-rates", "");
        assertThat(api(HttpMethod.POST, "", body)).hasStatus(409);
        assertThat(api(HttpMethod.POST, "", "{\"name\": \"お茶\"}")).hasStatus(422);
        assertThat(api(HttpMethod.POST, "", body.replace(code, "ない " + code))).hasStatus(422);
        assertThat(api(HttpMethod.PATCH, own, "{\"validUntil\": \"2050-01-31\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.validUntil")
                .isEqualTo("2050-01-31");
        assertThat(api(HttpMethod.PATCH, own, "{}")).hasStatus(422);
        assertThat(api(HttpMethod.GET, "?size=200", ""))
                .hasStatusOk()
                .bodyText()
                .contains(code);
        assertThat(api(HttpMethod.GET, "/999999999", "")).hasStatus(404);
        assertThat(post("/point-rates" + own + "/end", Map.of("validUntil", "2050-01-15")))
                .hasStatus3xxRedirection();
        assertThat(get("/point-rates")).bodyText().contains("2050/01/15").doesNotContain("??");
    }

    private MvcTestResult api(HttpMethod method, String path, String body) {
        return mvc.method(method)
                .uri("/api/v1/point-rates" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(user("x").authorities(rights()))
                .exchange();
    }

    @Test
    void pointsAreAdjustedByHandAndShownAtTheCustomer() {
        var page = "/customers/" + customer + "/points";
        assertThat(post(page, Map.of("points", "＋500", "reason", "お詫び"))).hasStatus3xxRedirection();
        assertThat(post(page, Map.of("points", "▲200", "reason", "誤り"))).hasStatus3xxRedirection();

        assertThat(get(page)).bodyText().contains("残高 300 ポイント", "お詫び", "-200").doesNotContain("??");
        assertThat(mvc.get()
                        .uri(page)
                        .header("HX-Request", "true")
                        .with(user("x").authorities(rights())))
                .bodyText()
                .contains("残高 300 ポイント")
                .doesNotContain("<html", "??");
        assertThat(get("/customers/" + customer)).bodyText().contains(page);
    }

    private Map<String, String> terms(String percent) {
        return Map.of(
                "code",
                code,
                "name",
                "頁の試験",
                "from",
                "2026-11-01",
                "until",
                "2026-12-31",
                "kind",
                "PERCENT",
                "value",
                percent);
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).with(user("x").authorities(rights())).exchange();
    }

    private MvcTestResult post(String path, Map<String, String> fields) {
        var request = mvc.post().uri(path).with(csrf()).with(user("x").authorities(rights()));
        fields.forEach(request::param);
        return request.exchange();
    }

    private static List<GrantedAuthority> rights() {
        return AuthorityUtils.createAuthorityList("VIEW", "PERSONAL_VIEW", "MARKETING_EDIT", "MONEY_EDIT");
    }
}
