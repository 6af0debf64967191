package jp.otodoke.partners.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.Map;
import jp.otodoke.ModuleTest;
import jp.otodoke.TestClock;
import jp.otodoke.customers.RegisterCustomer;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.payments.ChargeReceivable;
import jp.otodoke.payments.NewMandate;
import jp.otodoke.payments.NewReceivable;
import jp.otodoke.payments.OpenItems;
import jp.otodoke.payments.PaymentStatus;
import jp.otodoke.payments.ReceivableKind;
import jp.otodoke.payments.RegisterMandate;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Request and result of a direct debit, as an agency's program exchanges them. */
@ModuleTest
class DirectDebitFilesTests {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private RegisterCustomer registerCustomer;

    @Autowired
    private RegisterMandate registerMandate;

    @Autowired
    private ChargeReceivable charge;

    @Autowired
    private OpenItems items;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void today() {
        clock.set("2026-11-27T16:00:00+09:00");
    }

    @Test
    void theRequestIsTheSameEachTimeWithAndWithoutLineBreaks() throws UnsupportedEncodingException {
        due(5_980);
        var cycle = collect();

        var crlf = request(cycle, "");
        due(300);

        assertThat(new String(crlf, DebitText.KANA).split("\r\n"))
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(record -> assertThat(record).hasSize(120));
        assertThat(new String(crlf, DebitText.KANA))
                .startsWith("19100000123456ｶ)ｵﾄﾄﾞｹ")
                .contains("1228" + "9999ﾃｽﾄ");
        assertThat(request(cycle, "?framing=CRLF")).isEqualTo(crlf);
        assertThat(new String(request(cycle, "?framing=NONE"), DebitText.KANA))
                .isEqualTo(new String(crlf, DebitText.KANA).replace("\r\n", ""));
        assertThat(state(cycle)).isEqualTo("SENT");
        assertThat(exchange(HttpMethod.GET, "/" + cycle + "/request-file?framing=LF"))
                .hasStatus(400);
    }

    @Test
    void aResultIsBookedAndTheSameAgainChangesNothing() throws UnsupportedEncodingException {
        var paid = due(5_980);
        var unpaid = due(300);
        var cycle = collect();
        var answer = DebitText.answer(request(cycle, "")).with("0");
        answer.at(answer.rows() + 1, 112, "1").totals();

        var first = result(cycle, answer.crlf());
        var again = result(cycle, answer.crlf());
        var unframed = result(cycle, answer.unbroken());

        for (var taken : new MvcTestResult[] {first, again, unframed}) {
            assertThat(taken).hasStatusOk();
            var counts = JsonPath.<Map<String, Integer>>read(taken.getResponse().getContentAsString(), "$.counts");
            assertThat(counts).containsEntry("1", 1).containsEntry("0", answer.rows() - 1);
        }
        assertThat(state(cycle)).isEqualTo("DONE");
        assertThat(items.find(paid).orElseThrow().status()).isEqualTo(PaymentStatus.PAID);
        assertThat(items.find(unpaid).orElseThrow().status()).isEqualTo(PaymentStatus.PENDING);
        assertThat(result(cycle, DebitText.answer(request(cycle, "")).with("0").crlf()))
                .hasStatus(422);
    }

    @Test
    void ofARefusedFileNothingIsBookedAndEachMistakeHasItsPlace() throws UnsupportedEncodingException {
        var due = due(5_980);
        var cycle = collect();
        var answer = DebitText.answer(request(cycle, "")).with("0");
        var trailer = answer.rows() + 2;

        var refused = result(cycle, answer.at(trailer, 26, "000000000001").crlf());

        assertThat(refused)
                .hasStatus(422)
                .bodyJson()
                .hasPathSatisfying(
                        "$.errors[0].record", record -> assertThat(record).isEqualTo(trailer))
                .hasPathSatisfying(
                        "$.errors[0].position", byteNo -> assertThat(byteNo).isEqualTo(26))
                .hasPathSatisfying(
                        "$.errors[0].field", field -> assertThat(field).isEqualTo("振替済金額"))
                .hasPathSatisfying("$.errors[0].code", code -> assertThat(code).isEqualTo("mismatch"))
                .hasPathSatisfying(
                        "$.errors[0].message",
                        text -> assertThat(text).asString().isNotBlank());
        assertThat(state(cycle)).isEqualTo("SENT");
        assertThat(items.find(due).orElseThrow().paid()).isEqualTo(Yen.ZERO);
        assertThat(result(cycle, answer.half())).hasStatus(422);
        assertThat(result(cycle, request(cycle, ""))).hasStatus(422);
        assertThat(result(cycle, answer.with("0").crlf())).hasStatusOk();
    }

    @Test
    void aResultBeforeTheRequestIsRefused() throws UnsupportedEncodingException {
        due(5_980);
        var cycle = collect();

        assertThat(result(cycle, "9".getBytes(DebitText.KANA)))
                .hasStatus(422)
                .bodyJson()
                .hasPathSatisfying("$.errors[0].code", code -> assertThat(code).isEqualTo("not-sent"));
        assertThat(state(cycle)).isEqualTo("COLLECTED");
    }

    @Test
    void whatIsUnknownIsNotFoundAndWhatIsMissingIsNamed() {
        assertThat(exchange(HttpMethod.GET, "/99999999/request-file")).hasStatus(404);
        assertThat(result(99_999_999, new byte[] {'1'})).hasStatus(404);
        assertThat(mvc.post()
                        .uri("/api/v1/direct-debits/1/result-file")
                        .multipart()
                        .with(program())
                        .exchange())
                .hasStatus(422);
    }

    private ReceivableNumber due(long amount) {
        var customer = registerCustomer.register(CustomerMother.unmistakable("口座", CustomerMother.TOKYO, false));
        registerMandate.register(new NewMandate(customer.value(), "9999", "002", "1", "123", "ヤマダ ハナコ"), "tester");
        return charge.charge(
                new NewReceivable(customer, ReceivableKind.DUE, Yen.of(amount), 10, LocalDate.of(2026, 12, 27)));
    }

    private long collect() throws UnsupportedEncodingException {
        var answer = mvc.post()
                .uri("/api/v1/direct-debits")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"debitDate\": \"2026-12-28\"}")
                .with(program())
                .exchange();
        assertThat(answer).hasStatus(201);
        return JsonPath.<Integer>read(answer.getResponse().getContentAsString(), "$.id");
    }

    private byte[] request(long cycle, String query) {
        var answer = exchange(HttpMethod.GET, "/" + cycle + "/request-file" + query);
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }

    private MvcTestResult result(long cycle, byte[] file) {
        return mvc.post()
                .uri("/api/v1/direct-debits/" + cycle + "/result-file")
                .multipart()
                .file(new MockMultipartFile("file", "kekka.txt", "text/plain", file))
                .with(program())
                .exchange();
    }

    private String state(long cycle) throws UnsupportedEncodingException {
        return JsonPath.read(exchange(HttpMethod.GET, "/" + cycle).getResponse().getContentAsString(), "$.state");
    }

    private MvcTestResult exchange(HttpMethod method, String path) {
        return mvc.method(method)
                .uri("/api/v1/direct-debits" + path)
                .with(program())
                .exchange();
    }

    private static RequestPostProcessor program() {
        return user("program")
                .authorities(AuthorityUtils.createAuthorityList("VIEW", "PERSONAL_VIEW", "MONEY_VIEW", "MONEY_EDIT"));
    }
}
