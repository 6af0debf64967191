package jp.otodoke.partners.cardgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import jp.otodoke.OtodokeTest;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.CardAnswer;
import jp.otodoke.payments.FindPayment;
import jp.otodoke.payments.Payment;
import jp.otodoke.payments.RecordCardAnswer;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What the gateway, and a customer with a link, may do without signing in. */
@OtodokeTest
class CardWebTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Given given;

    @Autowired
    RecordCardAnswer answers;

    @Autowired
    FindPayment payments;

    @Autowired
    BusinessClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aChargebackIsBookedOnceAndWonBack() {
        var order = captured();
        var id = "cb-" + UUID.randomUUID();

        assertThat(notice("opened", id, transaction(order), "6000")).hasStatus(200);
        assertThat(notice("opened", id, transaction(order), "6000")).hasStatus(200);
        assertThat(payment(order).open().amount()).isEqualTo(6000);
        assertThat(notice("won", id, transaction(order), "6000")).hasStatus(200);
        assertThat(payment(order).settled()).isTrue();
        given.orderCancelled(order);
    }

    @Test
    void whatIsNotKnownIsNotFoundAndMayBeSentAgain() {
        var order = captured();
        var id = "cb-" + UUID.randomUUID();
        var event = "evt-" + UUID.randomUUID();

        assertThat(notice("opened", id, "A00000000-9", "6000")).hasStatus(404);
        assertThat(send(body(event, "won", id, transaction(order), "6000"))).hasStatus(404);
        assertThat(notice("opened", id, transaction(order), "6000")).hasStatus(200);
        assertThat(send(body(event, "won", id, transaction(order), "6000"))).hasStatus(200);

        assertThat(payment(order).settled()).isTrue();
        given.orderCancelled(order);
    }

    @Test
    void aNoticeThatMakesNoSenseIsRefusedWithItsField() {
        var order = captured();

        assertThat(notice("opened", "cb-" + UUID.randomUUID(), transaction(order), "\"all\""))
                .hasStatus(422)
                .bodyText()
                .contains("amount");
        assertThat(notice("opened", "cb-" + UUID.randomUUID(), transaction(order), "99999999"))
                .hasStatus(422)
                .bodyText()
                .contains("amount");
        assertThat(send("{\"id\":\"e\",\"type\":\"chargeback.opened\",\"transactionNo\":\"" + transaction(order)
                        + "\"}"))
                .hasStatus(422)
                .bodyText()
                .contains("chargebackId");
        assertThat(mvc.perform(post("/api/v1/webhooks/card").content(body("e", "opened", "c", "t", "1"))))
                .as("not signed")
                .hasStatus(401);
        given.orderCancelled(order);
    }

    @Test
    void aCustomerGivesAnotherCardByALink() {
        var order = byCard();
        answer(order, CardAnswer.Outcome.DECLINED, "expired");
        var link = link(order);

        var asked = mvc.perform(get(link));
        assertThat(asked).hasStatus(200).bodyText().contains(order.value(), "/form?return_to=");
        assertThat(mvc.perform(get(link).param("card", "tok_4242")))
                .hasStatus(200)
                .bodyText()
                .contains("value=\"tok_4242\"");
        assertThat(mvc.perform(post(link).param("card", "4242424242424242"))).hasStatus(422);
        assertThat(mvc.perform(post(link).param("card", "tok_4242"))).hasStatus(200);

        assertThat(mvc.perform(get(link))).as("once").hasStatus(404);
        assertThat(mvc.perform(post(link).param("card", "tok_4242"))).hasStatus(404);
        answer(order, CardAnswer.Outcome.AUTHORISED, null);
        assertThat(payment(order).secured()).isTrue();
        given.orderCancelled(order);
    }

    @Test
    void whoTriesLinksHasToWait() {
        for (int tried = 0; tried < 10; tried++) {
            assertThat(mvc.perform(from("203.0.113.7", "/new-card/" + UUID.randomUUID())))
                    .hasStatus(404);
        }

        assertThat(mvc.perform(from("203.0.113.7", "/new-card/x"))).hasStatus(429);
        assertThat(mvc.perform(from("203.0.113.8", "/new-card/x"))).hasStatus(404);
    }

    private static MockHttpServletRequestBuilder from(String address, String path) {
        return get(path).with(request -> {
            request.setRemoteAddr(address);
            return request;
        });
    }

    private OrderNumber byCard() {
        return given.orderUnderway(
                OrderMother.of(given.product(ProductMother.tea(), 10), 2).by(PaymentMethod.CREDIT_CARD));
    }

    private OrderNumber captured() {
        var order = byCard();
        answer(order, CardAnswer.Outcome.CAPTURED, null);
        return order;
    }

    private void answer(OrderNumber order, CardAnswer.Outcome outcome, @Nullable String code) {
        var call = jdbc.sql("select max(id) from card_call where order_number = ? and outcome is null")
                .param(order.value())
                .query(Long.class)
                .single();
        answers.record(new CardAnswer(call, outcome, "g", code));
    }

    private Payment payment(OrderNumber order) {
        return payments.get(order);
    }

    private String transaction(OrderNumber order) {
        return String.valueOf(payment(order).transactionNo());
    }

    /** As it stands in the mail. */
    private String link(OrderNumber order) {
        var payload = jdbc.sql("select cast(payload as text) from outbox_message where key like ?")
                .param("mail:card-declined:" + order + "-%")
                .query(String.class)
                .single();
        var at = payload.indexOf("/new-card/");
        return payload.substring(at, at + "/new-card/".length() + 43);
    }

    private MvcTestResult notice(String what, String id, String transaction, String amount) {
        return send(body("evt-" + UUID.randomUUID(), what, id, transaction, amount));
    }

    private static String body(String event, String what, String id, String transaction, String amount) {
        return """
                {"id":"%s","type":"chargeback.%s","transactionNo":"%s","chargebackId":"%s","amount":%s,"reason":"unknown\\u0000 charge"}"""
                .formatted(event, what, transaction, id, amount);
    }

    private MvcTestResult send(String body) {
        var time = String.valueOf(clock.instant().getEpochSecond());
        var signature = CardSignature.sign("test-webhook-secret", time, body.getBytes(StandardCharsets.UTF_8));
        return mvc.perform(post("/api/v1/webhooks/card")
                .header("Stripe-Signature", "t=" + time + ",v1=" + signature)
                .contentType("application/json")
                .content(body));
    }
}
