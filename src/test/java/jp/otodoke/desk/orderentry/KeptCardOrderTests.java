package jp.otodoke.desk.orderentry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Locale;
import java.util.UUID;
import jp.otodoke.OtodokeTest;
import jp.otodoke.TestClock;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.payments.CardToken;
import jp.otodoke.payments.CardTold;
import jp.otodoke.platform.secrets.Secrets;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** A customer who has paid by card pays another order by it, on the telephone and by the API. */
@OtodokeTest
class KeptCardOrderTests {
    private static final String SKU = "KEPT-CARD-1";

    private final String token = "tok_" + UUID.randomUUID();

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Given given;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Secrets secrets;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private CustomerNumber customer;
    private long card;

    @BeforeEach
    void card() {
        clock.set("2026-11-26T10:00:00+09:00");
        given.product(ProductMother.tea().coded(SKU));
        customer = given.customer(CustomerMother.unmistakable("登録", CustomerMother.TOKYO, false));
        card = kept(customer, token, YearMonth.of(2029, 3));
    }

    @Test
    void onTheTelephoneTheCustomersCardIsOfferedAndPaysTheOrder() {
        assertThat(page("/orders/new?customer=" + customer))
                .contains("登録カード VISA …4242 03/29", "value=\"" + card + "\"")
                .doesNotContain(token, "??");

        var saved = mvc.post()
                .uri("/orders/new")
                .param("token", UUID.randomUUID().toString())
                .param("channel", "FAX")
                .param("customer", customer.value())
                .param("lines[0].sku", SKU)
                .param("lines[0].quantity", "2")
                .param("method", "CREDIT_CARD")
                .param("keptCard", String.valueOf(card))
                .param("act", "save")
                .with(csrf())
                .with(operator())
                .exchange();

        var at = String.valueOf(saved.getResponse().getRedirectedUrl());
        assertThat(at).matches("/orders/A\\d+");
        var order = OrderNumber.of(at.substring("/orders/".length()));
        assertThat(paidBy(order)).isEqualTo(token);
        given.orderCancelled(order);
    }

    @Test
    void aCardOfSomebodyElseIsNeitherOfferedNorTaken() {
        var other = given.customer(CustomerMother.unmistakable("別人", CustomerMother.TOKYO, false));

        assertThat(page("/orders/new?customer=" + other)).doesNotContain("…4242");
        assertThat(mvc.post()
                        .uri("/orders/new")
                        .param("token", UUID.randomUUID().toString())
                        .param("channel", "FAX")
                        .param("customer", other.value())
                        .param("lines[0].sku", SKU)
                        .param("method", "CREDIT_CARD")
                        .param("keptCard", String.valueOf(card))
                        .param("act", "save")
                        .locale(Locale.JAPANESE)
                        .with(csrf())
                        .with(operator()))
                .hasStatusOk()
                .bodyText()
                .contains("この登録カードは使えません");
    }

    @Test
    void byTheApiTheCardIsNamedByItsId() throws Exception {
        var placed = place(customer, "\"card\": " + card);

        assertThat(placed).hasStatus(201);
        var order = OrderNumber.of(JsonPath.read(placed.getResponse().getContentAsString(), "$.orderNumber"));
        assertThat(paidBy(order)).isEqualTo(token);
        given.orderCancelled(order);
    }

    @Test
    void anothersExpiredOrUnknownCardIsRefused() {
        var other = given.customer(CustomerMother.unmistakable("別人", CustomerMother.TOKYO, false));
        long expired = kept(customer, "tok_" + UUID.randomUUID(), YearMonth.of(2026, 10));

        refused(place(other, "\"card\": " + card), "unknown");
        refused(place(customer, "\"card\": " + expired), "unknown");
        refused(place(customer, "\"card\": 99999999"), "unknown");
        refused(place(customer, "\"card\": " + card + ", \"token\": \"tok_x\""), "invalid");
    }

    private static void refused(MvcTestResult answer, String code) {
        assertThat(answer)
                .hasStatus(422)
                .bodyJson()
                .hasPathSatisfying(
                        "$.errors[0].field", field -> assertThat(field).isEqualTo("payment.card"))
                .hasPathSatisfying(
                        "$.errors[0].code", found -> assertThat(found).isEqualTo(code));
    }

    private MvcTestResult place(CustomerNumber buyer, String paid) {
        return mvc.post()
                .uri("/api/v1/orders")
                .contentType(MediaType.APPLICATION_JSON)
                .characterEncoding(StandardCharsets.UTF_8)
                .content(
                        """
                        {"channel": "WEB", "customer": {"number": "%s"}, "delivery": {},
                         "payment": {"method": "CREDIT_CARD", %s}, "lines": [{"sku": "%s", "quantity": 2}]}
                        """
                                .formatted(buyer, paid, SKU))
                .with(operator())
                .exchange();
    }

    private long kept(CustomerNumber whose, String stands, YearMonth expires) {
        transaction.executeWithoutResult(status -> events.publishEvent(
                new CardTold(OrderNumber.of("A09999999"), whose, new CardToken(stands), "VISA", "4242", expires)));
        return jdbc.sql("select max(id) from kept_card where customer_number = ?")
                .param(whose.value())
                .query(Long.class)
                .single();
    }

    private String paidBy(OrderNumber order) {
        return secrets.decrypt(jdbc.sql("select card_token from receivable where number = ?")
                .param(order.value())
                .query(String.class)
                .single());
    }

    private String page(String path) {
        var answer =
                mvc.get().uri(path).locale(Locale.JAPANESE).with(operator()).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static UserRequestPostProcessor operator() {
        return user("operator").authorities(AuthorityUtils.createAuthorityList("VIEW", "ORDERS_EDIT", "PERSONAL_VIEW"));
    }
}
