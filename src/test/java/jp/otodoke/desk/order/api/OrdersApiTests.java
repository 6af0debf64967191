package jp.otodoke.desk.order.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.Corrupt;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderDestination;
import jp.otodoke.shared.OrderNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** Orders as other programs give and change them. */
@ModuleTest
class OrdersApiTests {
    private static final String ORDERS = "/api/v1/orders";
    private static final String SKU = "API-ORDER-1";

    private final Given given;
    private final Corrupt corrupt;
    private final MockMvcTester mvc;
    private final FindOrder orders;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final String id = "X" + UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    OrdersApiTests(
            Given given,
            Corrupt corrupt,
            MockMvcTester mvc,
            FindOrder orders,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.given = given;
        this.corrupt = corrupt;
        this.mvc = mvc;
        this.orders = orders;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @BeforeEach
    void goods() {
        given.product(ProductMother.tea().coded(SKU));
    }

    @Test
    void aNewDayLeavesTheTimeOfDay() throws Exception {
        var number = placed("{\"date\": \"2026-12-10\", \"timeSlot\": \"1416\"}");

        assertThat(patch(number, "{\"delivery\": {\"date\": \"2026-12-12\"}}")).hasStatusOk();
        assertThat(destination(number)).isEqualTo("2026-12-12 1416");

        assertThat(patch(number, "{\"delivery\": {\"timeSlot\": \"AM\"}}")).hasStatusOk();
        assertThat(destination(number)).isEqualTo("2026-12-12 AM");

        assertThat(patch(number, "{\"delivery\": {}}")).hasStatusOk();
        assertThat(destination(number)).isEqualTo("2026-12-12 AM");
    }

    @Test
    void anEmptyTextTakesAway() throws Exception {
        var number = placed("{\"date\": \"2026-12-10\", \"timeSlot\": \"1416\", \"slipNote\": \"玄関前\"}");

        assertThat(patch(number, "{\"delivery\": {\"timeSlot\": \"\", \"slipNote\": \"\"}}"))
                .hasStatusOk();

        assertThat(destination(number)).isEqualTo("2026-12-10 null");
        assertThat(first(number).packing().slipNote()).isEmpty();
    }

    @Test
    void packingIsChangedFieldByField() throws Exception {
        var number = placed("{\"gift\": {\"wrap\": true, \"noshi\": \"RED_WHITE_BOW\", \"noshiTitle\": \"御歳暮\"},"
                + " \"slipNote\": \"玄関前\"}");

        assertThat(patch(
                        number,
                        "{\"delivery\": {\"gift\": {\"noshiTitle\": \"御年賀\", \"messageCard\": \"お元気で\"},"
                                + " \"warehouseNote\": \"割れ物\"}}"))
                .hasStatusOk();

        var packing = first(number).packing();
        assertThat(packing.wrap()).isTrue();
        assertThat(packing.noshi()).isEqualTo("RED_WHITE_BOW");
        assertThat(packing.noshiTitle()).isEqualTo("御年賀");
        assertThat(packing.messageCard()).isEqualTo("お元気で");
        assertThat(packing.warehouseNote()).isEqualTo("割れ物");
        assertThat(packing.slipNote()).isEqualTo("玄関前");
        assertThat(patch(number, "{\"delivery\": {\"gift\": {\"noshi\": \"BLUE\"}}}"))
                .hasStatus(422)
                .bodyText()
                .contains("delivery.gift.noshi");
    }

    @Test
    void anotherRecipientStaysAtTheSameAddress() throws Exception {
        var number = placed("{}");

        assertThat(patch(number, "{\"delivery\": {\"name\": \"受取 次郎\", \"phone\": \"03-8888-7777\"}}"))
                .hasStatusOk();

        assertThat(first(number).name()).isEqualTo("受取 次郎");
        assertThat(first(number).kana()).isEmpty();
        assertThat(first(number).address().line1()).isEqualTo("千代田1-1");
    }

    @Test
    void onlyWhoMaySellAtAnotherPriceGivesOne() throws Exception {
        var priced = body("{}", ", \"unitPrice\": 2500");

        assertThat(send(HttpMethod.POST, ORDERS, priced, "VIEW", "ORDERS_EDIT"))
                .hasStatus(422)
                .bodyText()
                .contains("lines[0].unitPrice", "not-allowed", "PRICES_EDIT");
        var answer = send(HttpMethod.POST, ORDERS, priced, "VIEW", "ORDERS_EDIT", "PRICES_EDIT");
        assertThat(answer).hasStatus(201);
        assertThat(order(number(answer)).lines().get(0).unitPrice().amount()).isEqualTo(2500);

        var change = "{\"lines\": [{\"sku\": \"" + SKU + "\", \"quantity\": 1, \"unitPrice\": 1}]}";
        assertThat(send(HttpMethod.PATCH, ORDERS + "/" + number(answer), change, "VIEW", "ORDERS_EDIT"))
                .hasStatus(422);
    }

    @Test
    void aNumberSentAgainInWideLettersIsTheSameOrder() throws Exception {
        var number = placed("{}");
        // Nothing else of it would pass a second check.
        var again = "{\"channel\": \"ＷＥＢ\", \"channelOrderId\": \" " + id.replace('X', 'Ｘ') + " \"}";

        var answer = send(HttpMethod.POST, ORDERS, again, "VIEW", "ORDERS_EDIT");

        assertThat(answer).hasStatus(200);
        assertThat(number(answer)).isEqualTo(number);
    }

    @Test
    void isFoundByItsNumberInSmallLettersToo() throws Exception {
        var number = placed("{}");

        assertThat(send(HttpMethod.GET, ORDERS + "?q=" + number.value().toLowerCase(java.util.Locale.ROOT), "", "VIEW"))
                .bodyText()
                .contains(number.value());
    }

    @Test
    void aRowOfTheListHasWhatStandsOnTopOfTheOrder() throws Exception {
        var number = given.order(OrderMother.of(SKU, 2).fromFile("shop.csv", 7));

        assertThat(send(HttpMethod.GET, ORDERS + "?q=" + number, "", "VIEW"))
                .bodyJson()
                .hasPathSatisfying("$.items[0].source.file", f -> assertThat(f).isEqualTo("shop.csv"))
                .hasPathSatisfying("$.items[0].source.line", l -> assertThat(l).isEqualTo(7));
    }

    @Test
    void anOrderThatNeedsNobodyIsReadyAsItIsPlaced() throws Exception {
        given.stock(SKU, 500);

        var answer = send(HttpMethod.POST, ORDERS, body("{}", ""), "VIEW", "ORDERS_EDIT");

        assertThat(answer).hasStatus(201).bodyJson().extractingPath("$.status").isEqualTo("READY");
        assertThat(jobs(number(answer))).isZero();
    }

    @Test
    void anOrderThatCannotBePreparedAsItIsPlacedIsPlacedNevertheless() throws Exception {
        given.stock(SKU, 500);
        corrupt.allocationOfRefused(SKU);
        try {
            var answer = send(HttpMethod.POST, ORDERS, body("{}", ""), "VIEW", "ORDERS_EDIT");

            assertThat(answer)
                    .hasStatus(201)
                    .bodyJson()
                    .extractingPath("$.status")
                    .isEqualTo("RECEIVED");
            assertThat(jobs(number(answer))).as("its process prepares it").isOne();
        } finally {
            corrupt.allocationsAccepted();
        }
    }

    @Test
    void anOrderTellsTheSlipByWhichItIsToBePaid() throws Exception {
        given.stock(SKU, 500);
        var placed = send(
                HttpMethod.POST,
                ORDERS,
                body("{}", "").replace("CASH_ON_DELIVERY", "CONVENIENCE_STORE"),
                "VIEW",
                "ORDERS_EDIT");
        assertThat(placed).hasStatus(201);
        var order = ORDERS + "/" + number(placed);
        assertThat(send(HttpMethod.POST, order + "/slip", "", "VIEW", "ORDERS_EDIT", "MONEY_VIEW", "MONEY_EDIT")
                        .getResponse()
                        .getStatus())
                .isLessThan(300);

        assertThat(send(HttpMethod.GET, order, "", "VIEW"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.payment.slip.barcode",
                        code -> assertThat(code).asString().hasSize(44))
                .hasPathSatisfying(
                        "$.payment.slip.dueDate",
                        day -> assertThat(day).asString().isNotBlank())
                .hasPathSatisfying(
                        "$.payment.virtualAccount", none -> assertThat(none).isNull());
    }

    @Test
    void anOrderOfARepeatableRequestIsReadyAsItIsPlaced() throws Exception {
        given.stock(SKU, 500);

        var answer = sendWithKey("key-" + id);

        assertThat(answer).hasStatus(201).bodyJson().extractingPath("$.status").isEqualTo("READY");
        assertThat(jobs(number(answer))).isZero();
    }

    private MvcTestResult sendWithKey(String key) {
        return mvc.post()
                .uri(ORDERS)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .characterEncoding(StandardCharsets.UTF_8)
                .content(body("{}", ""))
                .with(user("program").authorities(AuthorityUtils.createAuthorityList("VIEW", "ORDERS_EDIT")))
                .exchange();
    }

    private long jobs(OrderNumber order) {
        return jdbc.sql(
                        """
                        select count(*) from act_ru_job j join act_ru_execution i on i.id_ = j.process_instance_id_
                         where i.business_key_ = ?
                        """)
                .param(order.value())
                .query(Long.class)
                .single();
    }

    private OrderNumber placed(String delivery) throws Exception {
        var answer = send(HttpMethod.POST, ORDERS, body(delivery, ""), "VIEW", "ORDERS_EDIT");
        assertThat(answer).hasStatus(201);
        return number(answer);
    }

    private String body(String delivery, String more) {
        return """
                {"channel": "WEB", "channelOrderId": "%s", "delivery": %s, "payment": {"method": "CASH_ON_DELIVERY"},
                 "customer": {"name": "番号 %s", "kana": "バンゴウ ハナコ", "phone": "03-7777-6666",
                   "address": {"postalCode": "100-0001", "prefecture": "東京都", "city": "千代田区", "line1": "千代田1-1"}},
                 "lines": [{"sku": "%s", "quantity": 2%s}]}"""
                .formatted(id, delivery, id, SKU, more);
    }

    private MvcTestResult patch(OrderNumber number, String body) {
        return send(HttpMethod.PATCH, ORDERS + "/" + number, body, "VIEW", "ORDERS_EDIT");
    }

    private MvcTestResult send(HttpMethod method, String path, String body, String... authorities) {
        return mvc.method(method)
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .characterEncoding(StandardCharsets.UTF_8)
                .content(body)
                .with(user("program").authorities(AuthorityUtils.createAuthorityList(authorities)))
                .exchange();
    }

    private static OrderNumber number(MvcTestResult answer) throws UnsupportedEncodingException {
        return OrderNumber.of(
                JsonPath.read(answer.getResponse().getContentAsString(StandardCharsets.UTF_8), "$.orderNumber"));
    }

    private Order order(OrderNumber number) {
        return Objects.requireNonNull(transaction.execute(s -> {
            var order = orders.get(number);
            order.lines().size();
            order.destinations().size();
            return order;
        }));
    }

    private OrderDestination first(OrderNumber number) {
        return order(number).destinations().get(0);
    }

    private String destination(OrderNumber number) {
        return first(number).deliveryDate() + " " + first(number).timeSlot();
    }
}
