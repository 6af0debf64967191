package jp.otodoke.partners.convenience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import jp.otodoke.OtodokeTest;
import jp.otodoke.TestClock;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.OrderNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Slips and the agency's files as other programs use them, and the pages about them. */
@OtodokeTest
class DskImportTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Given given;

    @Autowired
    TestClock clock;

    @BeforeEach
    void morning() {
        clock.set("2026-11-26T10:00:00+09:00");
    }

    @Test
    void aPaymentToComeHasItsSlip() {
        var order = asked();

        assertThat(order(order))
                .bodyJson()
                .hasPathSatisfying("$.status", status -> assertThat(status).isEqualTo("AWAITING_PAYMENT"))
                .hasPathSatisfying(
                        "$.payments[0].status", status -> assertThat(status).isEqualTo("PENDING"))
                .hasPathSatisfying(
                        "$.payments[0].method", method -> assertThat(method).isEqualTo("CONVENIENCE_STORE"))
                .hasPathSatisfying(
                        "$.payments[0].slip.dueDate", due -> assertThat(due).isEqualTo("2026-12-06"))
                .hasPathSatisfying(
                        "$.payments[0].slip.barcode",
                        digits -> assertThat(digits).asString().matches("91\\d{42}"));
        assertThat(get("/api/v1/receivables/" + order))
                .bodyJson()
                .hasPathSatisfying(
                        "$.slip.barcode", digits -> assertThat(digits).isEqualTo(barcode(order)));
    }

    @Test
    void anotherSlipIsMadeOnRequest() {
        var order = asked();
        var first = barcode(order);

        var answer = post("/api/v1/orders/" + order + "/slip");

        assertThat(answer).hasStatus(201);
        assertThat(JsonPath.<String>read(body(answer), "$.barcode"))
                .isNotEqualTo(first)
                .isEqualTo(barcode(order));
    }

    @Test
    void aSlipOfAnUnknownOrPaidOrderIsRefused() {
        var transfer = given.orderUnderway(OrderMother.twoTeas().by(PaymentMethod.BANK_TRANSFER));

        assertThat(post("/api/v1/orders/A99999999/slip")).hasStatus(404);
        assertThat(post("/api/v1/receivables/F99999999/slip")).hasStatus(404);
        assertThat(post("/api/v1/orders/" + transfer + "/slip")).hasStatus(409);
    }

    @Test
    void aDueGetsASlip() {
        var customer = given.customer(CustomerMother.unmistakable("会員", CustomerMother.TOKYO, false));
        var charged = mvc.post()
                .uri("/api/v1/receivables")
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                        """
                        {"customer": "%s", "kind": "DUE", "amount": 3300, "taxRate": 10, "dueDate": "2026-12-27"}
                        """
                                .formatted(customer))
                .with(all())
                .exchange();
        var number = JsonPath.<String>read(body(charged), "$.id");

        var slip = post("/api/v1/receivables/" + number + "/slip");

        assertThat(slip).hasStatus(201);
        assertThat(slip).bodyJson().hasPathSatisfying("$.dueDate", due -> assertThat(due)
                .isEqualTo("2026-12-27"));
        assertThat(get("/api/v1/receivables?customer=" + customer))
                .bodyJson()
                .hasPathSatisfying("$.items[0].slip.barcode", digits -> assertThat(digits)
                        .isEqualTo(JsonPath.<String>read(body(slip), "$.barcode")));
    }

    @Test
    void aFileOfTheAgencyPaysTheOrderOnce() {
        var order = asked();
        var file = DskText.file().row("01", TODAY, barcode(order), 6550).bytes();

        assertThat(upload(file))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"read\":1,\"created\":1,\"existing\":0,\"rejected\":0}");
        assertThat(upload(file))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"read\":1,\"created\":0,\"existing\":1,\"rejected\":0}");

        assertThat(order(order))
                .bodyJson()
                .hasPathSatisfying("$.payment.paid", paid -> assertThat(paid).isEqualTo(6550))
                .hasPathSatisfying(
                        "$.payment.status", status -> assertThat(status).isEqualTo("PAID"))
                .hasPathSatisfying(
                        "$.payments[0].method", method -> assertThat(method).isEqualTo("CONVENIENCE_STORE"));
    }

    @Test
    void aWrongRowIsNamedByRecordByteAndFieldAndTheOthersAreBooked() {
        var order = asked();
        var good = barcode(order);
        var wrong = good.substring(0, 43) + (char) ('0' + (good.charAt(43) - '0' + 1) % 10);

        assertThat(upload(DskText.file()
                        .row("01", TODAY, wrong, 6550)
                        .row("01", TODAY, good, 6550)
                        .bytes()))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"read": 2, "created": 1, "rejected": 1,
                         "errors": [{"record": 2, "position": 64, "field": "バーコード情報", "code": "invalid"}]}
                        """);
    }

    @Test
    void aFileThatIsWrongAsAWholeBooksNothing() throws IOException {
        var order = asked();
        var text = new String(
                DskText.file()
                        .row("01", TODAY, barcode(order), 6550)
                        .row("01,2026")
                        .bytes(),
                DskText.CP932);

        assertThat(upload(text.getBytes(DskText.CP932)))
                .hasStatus(422)
                .bodyJson()
                .hasPathSatisfying("$.errors[0].code", code -> assertThat(code).isEqualTo("wrong-width"))
                .hasPathSatisfying(
                        "$.errors[0].message",
                        message -> assertThat(message).asString().contains("3"));
        assertThat(upload(Files.readAllBytes(Path.of("src/test/resources/convenience/dsk_cvs_error.csv"))))
                .hasStatus(422);
        assertThat(order(order)).bodyJson().hasPathSatisfying("$.payment.paid", paid -> assertThat(paid)
                .isEqualTo(0));
    }

    @Test
    void anotherAmountOfTheSameNoticeNamesItsColumn() {
        var order = asked();
        var barcode = barcode(order);
        upload(DskText.file().row("01", TODAY, barcode, 6550).bytes());

        assertThat(upload(DskText.file().row("01", TODAY, barcode, 6551).bytes()))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"rejected": 1, "errors": [{"record": 2, "position": 87, "field": "金額", "code": "differs"}]}
                        """);
    }

    @Test
    void slipsAreListedPrintedAndNotListedAsUnprintedAnyMore() {
        var order = asked();
        var slip = slipNumber(order);
        assertThat(page("/slips?state=TO_PRINT&q=" + order))
                .hasStatusOk()
                .bodyText()
                .contains(slip, "未印刷");

        assertThat(mvc.post()
                        .uri("/slips/print")
                        .param("number", slip)
                        .with(csrf())
                        .with(all()))
                .hasStatus3xxRedirection();

        assertThat(page("/slips/print?number=" + slip))
                .hasStatusOk()
                .bodyText()
                .contains("viewBox=\"0 0 288 1\"", "(91)929023-25207", "¥6,550", order.value(), "様")
                .doesNotContain("??");
        assertThat(page("/slips?state=TO_PRINT&q=" + order)).bodyText().doesNotContain(slip);
        assertThat(page("/slips?state=OPEN&q=" + order)).bodyText().contains(slip);
    }

    @Test
    void theOrdersPageShowsTheSlipAndMakesAnother() {
        var order = asked();
        var slip = slipNumber(order);
        assertThat(page("/orders/" + order)).hasStatusOk().bodyText().contains(slip, "払込票を作り直す");

        assertThat(mvc.post().uri("/orders/" + order + "/slip").with(csrf()).with(all()))
                .hasStatus3xxRedirection();

        assertThat(slipNumber(order)).isNotEqualTo(slip);
    }

    private OrderNumber asked() {
        return given.orderUnderway(OrderMother.twoTeas().by(PaymentMethod.CONVENIENCE_STORE));
    }

    private String barcode(OrderNumber order) {
        return slip(order, "barcode");
    }

    private String slipNumber(OrderNumber order) {
        return slip(order, "number");
    }

    private String slip(OrderNumber order, String field) {
        return JsonPath.<List<String>>read(body(order(order)), "$.payments[?(@.slip)].slip." + field)
                .get(0);
    }

    private MvcTestResult order(OrderNumber order) {
        return get("/api/v1/orders/" + order);
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).with(all()).exchange();
    }

    private MvcTestResult post(String path) {
        return mvc.post().uri(path).with(all()).exchange();
    }

    private MvcTestResult page(String path) {
        return mvc.get().uri(path).locale(Locale.JAPANESE).with(all()).exchange();
    }

    private MvcTestResult upload(byte[] content) {
        return mvc.post()
                .multipart()
                .uri("/api/v1/payments/imports?format=dsk-cvs")
                .file(new MockMultipartFile("file", "CVS_" + UUID.randomUUID() + ".csv", "text/csv", content))
                .with(all())
                .exchange();
    }

    private static UserRequestPostProcessor all() {
        return user("tester")
                .authorities(AuthorityUtils.createAuthorityList(
                        "VIEW", "ORDERS_EDIT", "MONEY_VIEW", "MONEY_EDIT", "PERSONAL_VIEW", "PARCEL_VIEW"));
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
