package jp.otodoke.partners.deferred;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import jp.otodoke.UnitTest;
import jp.otodoke.payments.DeferredAnswer.Outcome;
import jp.otodoke.payments.DeferredCall;
import jp.otodoke.payments.DeferredCall.Kind;
import jp.otodoke.payments.DeferredOrder;
import jp.otodoke.payments.DeferredOrder.Goods;
import jp.otodoke.payments.DeferredOrder.Person;
import jp.otodoke.shared.Address;
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
class DeferredProviderTests {
    /** Waited out by the one test that gets no answer; all others have theirs, however busy the machine is. */
    private static final Duration SOON = Duration.ofSeconds(3);

    private static final Duration LONG = Duration.ofMinutes(5);

    private final List<String> asked = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private int status = 200;
    private String body = "";
    private boolean silent;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + exchange.getRequestHeaders().getFirst("X-NP-Terminal-Id") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            if (silent) {
                await();
            }
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
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
    void registersAnOrderWithItsGoodsDiscountsIncluded() {
        answer("{\"shop_transaction_id\":\"A1-1\",\"np_transaction_id\":\"18000000001\",\"status\":\"ACTIVE\","
                + "\"authori_result\":\"00\",\"billed_amount\":5480}");

        var answer = provider().ask(call(Kind.REGISTER)).answer();

        assertThat(answer.outcome()).isEqualTo(Outcome.OK);
        assertThat(answer.providerId()).isEqualTo("18000000001");
        assertThat(asked)
                .singleElement()
                .asString()
                .startsWith("/transactions Basic bTAwMTpzcDAx T9 ")
                .contains(
                        "\"shop_transaction_id\":\"A1-1\"",
                        "\"shop_order_date\":\"2026-12-01\"",
                        "\"billed_amount\":5480")
                .contains("\"goods_name\":\"discount\",\"goods_price\":-500,\"quantity\":1")
                .contains("\"zip_code\":\"1000001\"", "\"tel\":\"0300000001\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "REGISTER| ACTIVE| 00| OK",
                "REGISTER| ACTIVE| 10| HOLD",
                "REGISTER| ACTIVE| 20| REFUSED",
                "REGISTER| ACTIVE| 40| REVIEW",
                "REGISTER| ACTIVE| 77| UNKNOWN",
                "UPDATE| ACTIVE| 00| OK",
                "CANCEL| CANCELLED| 00| CANCELLED",
                "REPORT| REPORTED| 00| REPORTED",
                "REDUCE| REPORTED| 00| REPORTED",
                "FIND| CONFIRMED| 00| CONFIRMED",
                "FIND| UNCONFIRMED| 00| UNCONFIRMED",
                "FIND| WHATEVER| 00| UNKNOWN"
            })
    void understandsTheAnswers(Kind kind, String state, String result, Outcome outcome) {
        answer("{\"shop_transaction_id\":\"A1-1\",\"status\":\"" + state + "\",\"authori_result\":\"" + result
                + "\",\"billed_amount\":5480}");

        assertThat(provider().ask(call(kind)).answer().outcome()).isEqualTo(outcome);
    }

    @Test
    void tellsWhyAnOrderIsHeld() {
        answer("{\"shop_transaction_id\":\"A1-1\",\"status\":\"ACTIVE\",\"authori_result\":\"10\","
                + "\"authori_hold\":[\"RE009\",\"RE,014\",7,\"RE015\"]}");

        assertThat(provider().ask(call(Kind.REGISTER)).answer().codes())
                .as("what is no code is left out")
                .containsExactly("RE009", "RE015");
    }

    @Test
    void findsItsOwnTransactionAmongThoseOfAnAnswer() {
        body = "{\"results\":[{\"shop_transaction_id\":\"B2-1\",\"status\":\"ACTIVE\",\"authori_result\":\"20\"},"
                + "{\"shop_transaction_id\":\"A1-1\",\"status\":\"ACTIVE\",\"authori_result\":\"00\"}],"
                + "\"errors\":[{\"shop_transaction_id\":\"C3-1\",\"codes\":[\"E1\"]}]}";

        assertThat(provider().ask(call(Kind.FIND)).answer().outcome()).isEqualTo(Outcome.OK);
    }

    @ParameterizedTest
    @CsvSource({"E0100115, UNKNOWN", "E0100002, NOT_FOUND", "E0131006, ERROR"})
    void understandsErrorsAboutOneTransaction(String code, Outcome outcome) {
        status = 400;
        body = "{\"errors\":[{\"shop_transaction_id\":\"A1-1\",\"codes\":[\"" + code + "\"]}]}";

        assertThat(provider().ask(call(Kind.REGISTER)).answer().outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"results\":[{\"shop_transaction_id\":\"A1-1\",\"status\":\"ACTIVE\",\"authori_result\":\"00\",\"billed_amount\":5481}]}",
                "{\"results\":[{\"shop_transaction_id\":\"B2-1\",\"status\":\"ACTIVE\",\"authori_result\":\"00\"}]}",
                "{\"results\":[{\"shop_transa",
                "[]",
                "''"
            })
    void doesNotKnowTheResultWhenTheAnswerDoesNotFit(String text) {
        body = text;

        assertThat(provider().ask(call(Kind.REGISTER)).answer().outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void doesNotKnowTheResultWhenNoAnswerComes() {
        silent = true;

        assertThat(provider().ask(call(Kind.REPORT)).answer().outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(asked).hasSize(1);
    }

    @Test
    void triesAgainOnlyWhereTheCallWasNotTaken() {
        status = 503;
        assertThatThrownBy(() -> provider().ask(call(Kind.REPORT))).isInstanceOf(ProviderBusy.class);

        server.stop(0);
        assertThatThrownBy(() -> provider().ask(call(Kind.REPORT))).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void reportsAParcelByTheProvidersCodeOfItsCarrier() {
        answer("{\"shop_transaction_id\":\"A1-1\",\"status\":\"REPORTED\"}");

        provider().ask(call(Kind.REPORT));

        assertThat(asked)
                .singleElement()
                .asString()
                .startsWith("/shipments ")
                .contains("\"np_transaction_id\":\"18000000001\"")
                .contains("\"pd_company_code\":\"50000\",\"slip_no\":\"123456789012\"");
    }

    @Test
    void aCarrierWithoutACodeIsNotReported() {
        var exchange = provider().ask(reportBy("NOBODY"));

        assertThat(exchange.answer().outcome()).isEqualTo(Outcome.ERROR);
        assertThat(exchange.answer().codes()).containsExactly("CARRIER");
        assertThat(asked).isEmpty();
    }

    @Test
    void isConfiguredAsAWholeOrNotAtAll() {
        var nothing = new MockEnvironment();
        var half = new MockEnvironment().withProperty("otodoke.deferred.url", "https://np.example");
        var codeOnly = new MockEnvironment().withProperty("otodoke.deferred.sp-code", "sp01");

        assertThat(new DeferredSettings(nothing).base()).endsWith("/demo/deferred");
        assertThatThrownBy(() -> new DeferredSettings(half)).hasMessageContaining("is missing");
        assertThatThrownBy(() -> new DeferredSettings(codeOnly))
                .hasMessageContaining("OTODOKE_DEFERRED_URL is missing");
    }

    private void answer(String result) {
        body = "{\"results\":[" + result + "],\"errors\":[]}";
    }

    private DeferredProvider provider() {
        var environment = new MockEnvironment()
                .withProperty(
                        "otodoke.deferred.url",
                        "http://127.0.0.1:" + server.getAddress().getPort() + "/")
                .withProperty("otodoke.deferred.merchant-code", "m001")
                .withProperty("otodoke.deferred.sp-code", "sp01")
                .withProperty("otodoke.deferred.terminal-id", "T9")
                .withProperty("otodoke.deferred.carriers.YAMATO", "50000");
        return new DeferredProvider(
                new DeferredSettings(environment),
                new DeferredCarriers(environment),
                JsonMapper.builder().build(),
                silent ? SOON : LONG);
    }

    private static DeferredCall reportBy(String carrier) {
        return new DeferredCall(
                7,
                Kind.REPORT,
                OrderNumber.of("A1"),
                "A1-1",
                "18000000001",
                Yen.of(5480),
                carrier,
                "1234-5678-9012",
                null,
                null);
    }

    private static DeferredCall call(Kind kind) {
        if (kind == Kind.REPORT) {
            return reportBy("YAMATO");
        }
        var bills = kind == Kind.REGISTER || kind == Kind.UPDATE || kind == Kind.REDUCE;
        return new DeferredCall(
                7,
                kind,
                OrderNumber.of("A1"),
                "A1-1",
                kind == Kind.REGISTER ? null : "18000000001",
                Yen.of(5480),
                null,
                null,
                kind == Kind.REDUCE ? "A1-2" : null,
                bills ? order() : null);
    }

    private static DeferredOrder order() {
        var buyer = new Person("Hanako", "", "03-0000-0001", new Address("1000001", "Tokyo", "Chiyoda", "1-1", ""));
        return new DeferredOrder(
                LocalDate.of(2026, 12, 1),
                Yen.of(5480),
                buyer,
                null,
                List.of(buyer),
                List.of(new Goods("tea", Yen.of(2990), 2), new Goods("discount", Yen.of(-500), 1)));
    }
}
