package jp.otodoke.partners.cardgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import jp.otodoke.UnitTest;
import jp.otodoke.payments.CardAnswer.Outcome;
import jp.otodoke.payments.CardCall;
import jp.otodoke.payments.CardCall.Kind;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;
import tools.jackson.databind.json.JsonMapper;

@UnitTest
class CardGatewayTests {
    /**
     * Waited out by the one test that gets no answer, and long enough to have asked; all others have their answer, however
     * busy the machine is.
     */
    private static final Duration SOON = Duration.ofSeconds(3);

    private static final Duration LONG = Duration.ofMinutes(5);

    private final List<String> asked = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private int status = 200;
    private String body = "";
    private boolean silent;
    private boolean cutOff;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath() + " "
                            + exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
                            + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            if (silent) {
                await();
            }
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length + (cutOff ? 1 : 0));
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void authorisesWithAKeyOfItsOwnAndHidesTheToken() {
        answer(201, "{\"id\":\"pay_1\",\"transactionNo\":\"T-1\",\"status\":\"AUTHORIZED\",\"amount\":6880}");

        var exchange = gateway().ask(call(Kind.AUTHORISE));

        assertThat(exchange.answer().outcome()).isEqualTo(Outcome.AUTHORISED);
        assertThat(exchange.answer().gatewayId()).isEqualTo("pay_1");
        assertThat(asked)
                .containsExactly(
                        "POST /payments T-1:AUTHORISE:7 {\"transactionNo\":\"T-1\",\"amount\":6880,\"token\":\"tok_1\",\"capture\":false}");
        assertThat(exchange.transcript()).contains("***").doesNotContain("tok_1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CAPTURE| 200| CAPTURED| CAPTURED",
                "VOID| 200| VOIDED| VOIDED",
                "REFUND| 200| REFUNDED| REFUNDED",
                "SEARCH| 200| AUTHORIZED| AUTHORISED",
                "SEARCH| 404| -| NOT_FOUND",
                "CAPTURE| 404| -| NOT_FOUND",
                "AUTHORISE| 402| DECLINED| DECLINED",
                "CAPTURE| 409| AUTHORIZED| UNKNOWN",
                "CAPTURE| 500| -| UNKNOWN",
                "CAPTURE| 200| HALF_DONE| UNKNOWN"
            })
    void understandsTheAnswers(Kind kind, int httpStatus, String state, Outcome outcome) {
        answer(httpStatus, "{\"transactionNo\":\"T-1\",\"status\":\"" + state + "\",\"amount\":6880}");

        assertThat(gateway().ask(call(kind)).answer().outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"transactionNo\":\"T-1\",\"status\":\"CAPTURED\",\"amount\":6881}",
                "{\"transactionNo\":\"T-2\",\"status\":\"CAPTURED\",\"amount\":6880}",
                "{\"transactionNo\":\"T-1\",\"sta",
                "[]",
                "''"
            })
    void doesNotKnowTheResultWhenTheAnswerDoesNotFit(String text) {
        answer(200, text);

        assertThat(gateway().ask(call(Kind.CAPTURE)).answer().outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void asksForARefundByItsOwnKey() {
        answer(200, "{\"transactionNo\":\"T-1\",\"status\":\"REFUNDED\",\"amount\":3000}");

        assertThat(gateway().ask(ofRefund(Kind.REFUND)).answer().outcome()).isEqualTo(Outcome.REFUNDED);
        assertThat(asked).containsExactly("POST /payments/T-1/refund T-1:REFUND:R5 {\"amount\":3000}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "REFUNDED| ,\"refunds\":[{\"key\":\"T-1:REFUND:R5\",\"amount\":3000}]| REFUNDED",
                "CAPTURED| ,\"refunds\":[{\"key\":\"T-1:REFUND:R4\",\"amount\":3000},{\"key\":\"T-1:REFUND:R5\",\"amount\":3000}]| REFUNDED",
                "REFUNDED| ,\"refunds\":[{\"key\":\"T-1:REFUND:R4\",\"amount\":3000}]| CAPTURED",
                "CAPTURED| ,\"refunds\":[]| CAPTURED",
                "CAPTURED| ,\"refunds\":[{\"key\":\"T-1:REFUND:R5\",\"amount\":2000}]| UNKNOWN",
                "CAPTURED| ,\"refunds\":[{\"key\":7},{\"key\":\"T-1:REFUND:R5\"},3]| CAPTURED",
                "REFUNDED| ~~| UNKNOWN",
                "CAPTURED| ~~| CAPTURED"
            })
    void toldApartByTheirKeysRefundsOfOnePaymentAreNotTakenForEachOther(String state, String refunds, Outcome outcome) {
        answer(200, "{\"transactionNo\":\"T-1\",\"status\":\"" + state + "\",\"amount\":6880" + refunds + "}");

        assertThat(gateway().ask(ofRefund(Kind.SEARCH)).answer().outcome()).isEqualTo(outcome);
    }

    @Test
    void doesNotKnowTheResultWhenNoAnswerComes() {
        silent = true;

        var exchange = gateway().ask(call(Kind.CAPTURE));

        assertThat(exchange.answer().outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(asked).hasSize(1);
    }

    @Test
    void doesNotKnowTheResultWhenTheAnswerIsCutOff() {
        answer(200, "{\"transactionNo\":\"T-1\",\"status\":\"CAPTURED\",\"amount\":6880}");
        cutOff = true;

        var exchange = gateway().ask(call(Kind.CAPTURE));

        assertThat(exchange.answer().outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(asked).hasSize(1);
    }

    @Test
    void followsNoRedirect() {
        answer(307, "{}");

        assertThat(gateway().ask(call(Kind.CAPTURE)).answer().outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(asked).hasSize(1);
    }

    @Test
    void triesAgainOnlyWhereTheCallWasNotTaken() {
        answer(503, "");
        assertThatThrownBy(() -> gateway().ask(call(Kind.CAPTURE))).isInstanceOf(GatewayBusy.class);

        server.stop(0);
        assertThatThrownBy(() -> gateway().ask(call(Kind.CAPTURE))).isInstanceOf(UncheckedIOException.class);
    }

    private void answer(int httpStatus, String text) {
        status = httpStatus;
        body = text;
    }

    private CardGateway gateway() {
        var environment = new MockEnvironment()
                .withProperty(
                        "otodoke.card.url",
                        "http://127.0.0.1:" + server.getAddress().getPort() + "/");
        return new CardGateway(
                new CardGatewaySettings(environment), JsonMapper.builder().build(), silent ? SOON : LONG);
    }

    private static CardCall call(Kind kind) {
        return new CardCall(
                7,
                kind,
                "T-1",
                Yen.of(6880),
                kind == Kind.AUTHORISE ? "tok_1" : null,
                OrderNumber.of("A00000001"),
                null);
    }

    private static CardCall ofRefund(Kind kind) {
        return new CardCall(8, kind, "T-1", Yen.of(3000), null, OrderNumber.of("A00000001"), "T-1:REFUND:R5");
    }
}
