package jp.otodoke.desk.order.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import jp.otodoke.ModuleTest;
import jp.otodoke.TestClock;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.shared.CustomerNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Points and coupons as other programs give, see and redeem them. */
@ModuleTest
class RedeemingApiTests {
    private final Given given;
    private final MockMvcTester mvc;
    private final TestClock testClock;
    private final String code = "api-" + UUID.randomUUID().toString().substring(0, 8);
    private String tea = "";
    private CustomerNumber customer = CustomerNumber.of("-");

    @Autowired
    RedeemingApiTests(Given given, MockMvcTester mvc, TestClock testClock) {
        this.given = given;
        this.mvc = mvc;
        this.testClock = testClock;
    }

    @BeforeEach
    void aCustomerWith500Points() {
        testClock.set("2026-11-26T07:00:00+09:00");
        tea = given.product(ProductMother.tea());
        customer = given.customer(CustomerMother.somebody());
        assertThat(post("/customers/" + customer + "/points", "{\"points\": 500, \"reason\": \"お詫び\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.points")
                .isEqualTo(500);
    }

    @Test
    void anOrderIsReducedByBoth() {
        assertThat(coupon("AMOUNT", 700, "\"quota\": 10")).hasStatus(201);

        var placed = order("\"points\": 300, \"coupon\": \"" + code + "\"");

        assertThat(placed).hasStatus(201);
        assertThat(number(placed, "$.totals.points")).isEqualTo(300);
        assertThat(number(placed, "$.totals.discount")).isEqualTo(700);
        assertThat(number(placed, "$.totals.total"))
                .isEqualTo(number(placed, "$.totals.goods")
                        + number(placed, "$.totals.shipping")
                        + number(placed, "$.totals.fee")
                        - 1_000);
        assertThat(number(placed, "$.payment.charged")).isEqualTo(number(placed, "$.totals.total"));
        assertThat(number(get("/customers/" + customer), "$.points")).isEqualTo(200);
        var moves = get("/customers/" + customer + "/points");
        assertThat(number(moves, "$.page.total")).isEqualTo(2);
        assertThat(number(moves, "$.items[0].amount")).isEqualTo(-300);
        assertThat(moves).bodyJson().extractingPath("$.items[0].kind").isEqualTo("USED");
        var coupon = get("/coupons/" + code);
        assertThat(number(coupon, "$.uses")).isEqualTo(1);
        assertThat(number(coupon, "$.sales")).isEqualTo(number(placed, "$.totals.total"));
        var read = code.toUpperCase(Locale.ROOT);
        assertThat(placed).bodyJson().extractingPath("$.coupon").isEqualTo(read);
        assertThat(get("/orders?customer=" + customer))
                .bodyJson()
                .extractingPath("$.items[0].coupon")
                .isEqualTo(read);
        assertThat(send(HttpMethod.PUT, "/coupons/" + code, terms(800)))
                .as("an order uses it")
                .hasStatus(409);
    }

    @Test
    void anOrderRedeemsMoreLessOrNothingLater() throws UnsupportedEncodingException {
        coupon("AMOUNT", 700, "\"quota\": 1");
        var placed = order("\"points\": 100");
        var own = "/orders/" + JsonPath.<String>read(placed.getResponse().getContentAsString(), "$.orderNumber");
        var total = number(placed, "$.totals.total");

        var raised = send(HttpMethod.PATCH, own, "{\"points\": 500, \"coupon\": \"" + code + "\"}");
        assertThat(raised).hasStatusOk();
        assertThat(number(raised, "$.totals.total")).isEqualTo(total + 100 - 1_200);
        assertThat(number(raised, "$.payment.charged")).isEqualTo(total + 100 - 1_200);
        refused(send(HttpMethod.PATCH, own, "{\"points\": 501}"), "points", "balance");
        refused(send(HttpMethod.PATCH, own, "{\"coupon\": \"NO-SUCH\"}"), "coupon", "unknown");
        var again = send(HttpMethod.PATCH, own, "{\"points\": 500}");
        assertThat(again).bodyJson().extractingPath("$.coupon").isEqualTo(code.toUpperCase(Locale.ROOT));
        assertThat(number(get("/customers/" + customer), "$.points")).isZero();

        var none = send(HttpMethod.PATCH, own, "{\"points\": 0, \"coupon\": \"\"}");
        assertThat(number(none, "$.totals.total")).isEqualTo(total + 100);
        assertThat(none).bodyJson().extractingPath("$.coupon").isNull();
        assertThat(number(get("/customers/" + customer), "$.points")).isEqualTo(500);
        assertThat(number(get("/coupons/" + code), "$.uses")).isZero();
    }

    @Test
    void theTermsOfAnUnusedCouponAreReplaced() {
        coupon("AMOUNT", 700, "\"quota\": 10");

        assertThat(send(HttpMethod.PUT, "/coupons/" + code, terms(800)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.value")
                .isEqualTo(800);
        refused(send(HttpMethod.PUT, "/coupons/" + code, terms(0)), "value", "invalid");
        assertThat(send(HttpMethod.PUT, "/coupons/NO-SUCH", terms(800))).hasStatus(404);
    }

    private static String terms(int value) {
        return "{\"name\": \"変更\", \"from\": \"2026-11-01\", \"until\": \"2026-12-31\", \"kind\": \"AMOUNT\", \"value\": "
                + value + "}";
    }

    @Test
    void whatCannotBeRedeemedIsNamed() {
        refused(order("\"points\": 501"), "points", "balance");
        refused(order("\"points\": -1"), "points", "invalid");
        refused(order("\"coupon\": \"NO-SUCH\""), "coupon", "unknown");
        assertThat(order("\"points\": \"many\"")).hasStatus(400);
        assertThat(order("\"points\": null, \"coupon\": \"\"")).hasStatus(201);
        coupon("PERCENT", 10, "\"minimum\": 6001");
        refused(order("\"coupon\": \"" + code + "\""), "coupon", "minimum");
    }

    @Test
    void aCouponIsIssuedOnceAndStopped() {
        var issued = coupon("PERCENT", 10, "\"perCustomer\": 1");
        assertThat(issued).hasStatus(201);
        assertThat(issued.getResponse().getHeader("Location")).endsWith("/coupons/" + code.toUpperCase(Locale.ROOT));
        refused(coupon("PERCENT", 10, "\"perCustomer\": 1"), "code", "taken");

        assertThat(send(HttpMethod.PATCH, "/coupons/" + code, "{\"active\": false}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.active")
                .isEqualTo(false);

        refused(order("\"coupon\": \"" + code + "\""), "coupon", "inactive");
        assertThat(get("/coupons/NO-SUCH")).hasStatus(404);
        assertThat(send(HttpMethod.PATCH, "/coupons/NO-SUCH", "{\"active\": false}"))
                .hasStatus(404);
        refused(send(HttpMethod.PATCH, "/coupons/" + code, "{}"), "active", "required");
        assertThat(get("/coupons")).bodyJson().extractingPath("$.page.total").isNotNull();
    }

    @Test
    void allThatACouponLacksIsNamed() {
        assertThat(post("/coupons", "{}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[*].field")
                .asArray()
                .contains("code", "name", "from", "until", "kind", "value");
        refused(coupon("PERCENT", 101, "\"quota\": 1"), "value", "invalid");
        refused(coupon("AMOUNT", 100, "\"quota\": 0"), "quota", "invalid");
        refused(coupon("AMOUNT", 100, "\"skus\": [\"NO-SUCH\"]"), "skus", "unknown");
    }

    @Test
    void pointsByHandNeedAReasonAndACustomer() {
        refused(post("/customers/" + customer + "/points", "{\"points\": 5}"), "reason", "required");
        refused(
                post("/customers/" + customer + "/points", "{\"points\": -501, \"reason\": \"x\"}"),
                "points",
                "balance");
        refused(post("/customers/" + customer + "/points", "{\"reason\": \"x\"}"), "points", "invalid");
        assertThat(post("/customers/C9999999/points", "{\"points\": 5, \"reason\": \"x\"}"))
                .hasStatus(404);
        assertThat(get("/customers/C9999999/points")).hasStatus(404);
    }

    private MvcTestResult coupon(String kind, int value, String more) {
        return post(
                "/coupons",
                """
                {"code": "%s", "name": "試験", "from": "%s", "until": "%s", "kind": "%s", "value": %d, %s}
                """
                        .formatted(code, LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 31), kind, value, more));
    }

    private MvcTestResult order(String redeeming) {
        return post(
                "/orders",
                """
                {"channel": "WEB", "customer": {"number": "%s"}, "payment": {"method": "CASH_ON_DELIVERY"},
                 "lines": [{"sku": "%s", "quantity": 2}], %s}
                """
                        .formatted(customer, tea, redeeming));
    }

    private static void refused(MvcTestResult answer, String field, String problem) {
        assertThat(answer)
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo(field);
        assertThat(answer).bodyJson().extractingPath("$.errors[0].code").isEqualTo(problem);
    }

    private static long number(MvcTestResult answer, String path) {
        try {
            return JsonPath.<Number>read(answer.getResponse().getContentAsString(StandardCharsets.UTF_8), path)
                    .longValue();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult get(String path) {
        return mvc.get()
                .uri("/api/v1" + path)
                .with(user("x").authorities(all()))
                .exchange();
    }

    private MvcTestResult post(String path, String body) {
        return send(HttpMethod.POST, path, body);
    }

    private MvcTestResult send(HttpMethod method, String path, String body) {
        return mvc.method(method)
                .uri("/api/v1" + path)
                .with(user("x").authorities(all()))
                .contentType(MediaType.APPLICATION_JSON)
                .characterEncoding(StandardCharsets.UTF_8)
                .content(body)
                .exchange();
    }

    private static List<GrantedAuthority> all() {
        return AuthorityUtils.createAuthorityList(
                "VIEW", "PERSONAL_VIEW", "ORDERS_EDIT", "MONEY_VIEW", "MONEY_EDIT", "MARKETING_EDIT");
    }
}
