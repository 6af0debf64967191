package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.util.List;
import jp.otodoke.OtodokeTest;
import jp.otodoke.TestClock;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.PaymentMother;
import jp.otodoke.shared.CustomerNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Terms, statements and account of a customer as other programs see them. */
@OtodokeTest
class StatementsApiTests {
    private final PaymentDesk desk;
    private final AccountDesk account;
    private final MockMvcTester mvc;

    @Autowired
    Deposits deposits;

    @Autowired
    TestClock clock;

    @Autowired
    StatementsApiTests(AutowireCapableBeanFactory beans, MockMvcTester mvc) {
        this.desk = beans.createBean(PaymentDesk.class);
        this.account = beans.createBean(AccountDesk.class);
        this.mvc = mvc;
    }

    @BeforeEach
    void inNovember() {
        clock.set("2026-11-26T10:00:00+09:00");
    }

    @AfterEach
    void booksBalance() {
        clock.set("2026-11-26T10:00:00+09:00");
        desk.booksBalance();
    }

    @Test
    void aCustomerGetsTermsByLimitAndClosingDay() {
        var customer = desk.given.customer(CustomerMother.unmistakable("商事", CustomerMother.TOKYO, true));

        assertThat(patch(customer, "{\"creditLimit\": 300000, \"closingDay\": 20}"))
                .hasStatusOk()
                .bodyText()
                .contains("\"creditLimit\":300000", "\"closingDay\":20");
        assertThat(get("/customers/" + customer)).bodyText().contains("\"creditLimit\":300000");
        assertThat(patch(customer, "{\"creditLimit\": 400000}"))
                .bodyText()
                .contains("\"creditLimit\":400000", "\"closingDay\":20");
        assertThat(get("/customers/" + customer + "/credit-terms"))
                .bodyText()
                .contains("\"monthsLater\":1", "\"payDay\":31", "\"left\":400000");
        assertThat(patch(customer, "{\"creditLimit\": null}"))
                .bodyText()
                .contains("\"creditLimit\":null", "\"closingDay\":null");
        assertThat(get("/customers/" + customer + "/credit-terms")).hasStatus(404);
    }

    @Test
    void wrongTermsAreRefusedField() {
        var customer = desk.given.customer(CustomerMother.unmistakable("商事", CustomerMother.TOKYO, true));

        assertThat(patch(customer, "{\"creditLimit\": -1}"))
                .hasStatus(422)
                .bodyText()
                .contains("creditLimit");
        assertThat(patch(customer, "{\"creditLimit\": 1, \"closingDay\": 32}"))
                .hasStatus(422)
                .bodyText()
                .contains("closingDay");
        assertThat(patch(customer, "{\"closingDay\": 20}"))
                .hasStatus(422)
                .bodyText()
                .contains("creditLimit");
        assertThat(exchange(
                        HttpMethod.PUT,
                        "/customers/" + customer + "/credit-terms",
                        "{\"creditLimit\": 1, \"payDay\": 40}"))
                .hasStatus(422)
                .bodyText()
                .contains("payDay");
        assertThat(exchange(HttpMethod.PUT, "/customers/C99999999/credit-terms", "{\"creditLimit\": 1}"))
                .hasStatus(404);
    }

    @Test
    void whoMayNotDecideAboutMoneyAgreesOnNoTerms() {
        var customer = desk.given.customer(CustomerMother.unmistakable("商事", CustomerMother.TOKYO, true));

        var refused = mvc.patch()
                .uri("/api/v1/customers/" + customer)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"creditLimit\": 1}")
                .with(user("operator").authorities(AuthorityUtils.createAuthorityList("VIEW", "CUSTOMERS_EDIT")))
                .exchange();

        assertThat(refused).hasStatus(403);
    }

    @Test
    void anAccountIsPreviewedClosedAndPaidByTheNumberOfItsStatement() {
        var firm = account.firm(1_000_000);
        var order = account.shipped(firm, 2);
        var asked = "{\"closingDate\": \"2026-11-26\", \"customer\": \"%s\"}".formatted(firm);

        assertThat(post("/statements/preview", asked)).hasStatusOk().bodyText().contains("\"total\":6550");
        String number = JsonPath.read(body(post("/statements", asked)), "$.statements[0]");
        assertThat(get("/statements/" + number))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "\"orderNumber\":\"" + order + "\"",
                        "\"dueDate\":\"2027-01-04\"",
                        "\"tax\":494",
                        "\"state\":\"OPEN\"");
        assertThat(get("/statements?customer=" + firm + "&state=OPEN"))
                .bodyText()
                .contains(number, "\"total\":1");

        desk.given.deposit(PaymentMother.transferBy("ナマエ チガイ", 6_550, desk.business.today()));
        var deposit = deposits.list(Deposit.State.UNMATCHED, "-id", 0, 1).get(0).id();
        assertThat(confirm(deposit, number, 6_551)).hasStatus(422);
        assertThat(confirm(deposit, number, 6_550)).hasStatusOk().bodyText().contains("MATCHED", order.value());

        assertThat(get("/statements?customer=" + firm + "&state=PAID"))
                .bodyText()
                .contains(number);
        assertThat(post("/statements/" + number + "/cancel", "{\"reason\": \"x\"}"))
                .hasStatus(409);
        assertThat(get("/customers/" + firm + "/account"))
                .hasStatusOk()
                .bodyText()
                .contains("\"closing\":0", "\"kind\":\"CHARGED\"", "\"kind\":\"PAID\"", "\"balance\":6550");
    }

    @Test
    void aStatementIsCancelledWithAReason() {
        var firm = account.firm(1_000_000);
        account.shipped(firm, 1);
        var asked = "{\"closingDate\": \"2026-11-26\", \"customer\": \"%s\"}".formatted(firm);
        String number = JsonPath.read(body(post("/statements", asked)), "$.statements[0]");

        assertThat(post("/statements/" + number + "/cancel", "{}")).hasStatus(422);
        assertThat(post("/statements/" + number + "/cancel", "{\"reason\": \"宛先違い\"}"))
                .hasStatusOk()
                .bodyText()
                .contains("CANCELLED");
    }

    @Test
    void whatIsUnknownOrStillToComeIsRefused() {
        var firm = account.firm(1_000_000);

        assertThat(get("/statements/B99999999")).hasStatus(404);
        assertThat(get("/statements/X")).hasStatus(404);
        assertThat(get("/customers/C99999999/account")).hasStatus(404);
        assertThat(post("/statements", "{}")).hasStatus(422).bodyText().contains("closingDate");
        assertThat(post("/statements", "{\"closingDate\": \"2026-11-27\", \"customer\": \"%s\"}".formatted(firm)))
                .hasStatus(422);
        assertThat(post("/statements", "{\"closingDate\": \"2026-11-26\", \"customer\": \"C99999999\"}"))
                .hasStatus(409);
    }

    @Test
    void anAccountShowsEverythingWithTheBalanceAfterEach() {
        var firm = account.firm(1_000_000);
        var order = account.shipped(firm, 2);
        desk.transfer(order, 6_550);
        clock.set("2026-11-28T10:00:00+09:00");
        account.takeBack(order, 1);

        var all = body(get("/customers/" + firm + "/account"));
        assertThat(JsonPath.<List<Integer>>read(all, "$.items[*].balance")).containsExactly(6_550, 0, -3_000);
        assertThat(JsonPath.<Integer>read(all, "$.closing")).isEqualTo(-3_000);
        var later = body(get("/customers/" + firm + "/account?from=2026-11-28"));
        assertThat(JsonPath.<Integer>read(later, "$.opening")).isZero();
        assertThat(JsonPath.<List<String>>read(later, "$.items[*].kind")).containsExactly("RETURNED");
    }

    private MvcTestResult patch(CustomerNumber customer, String body) {
        return exchange(HttpMethod.PATCH, "/customers/" + customer, body);
    }

    private MvcTestResult confirm(long deposit, String receivable, long amount) {
        return post(
                "/deposits/" + deposit + "/confirm",
                "{\"allocations\": [{\"receivable\": \"%s\", \"amount\": %d}]}".formatted(receivable, amount));
    }

    private MvcTestResult post(String path, String body) {
        return exchange(HttpMethod.POST, path, body);
    }

    private MvcTestResult get(String path) {
        return exchange(HttpMethod.GET, path, "");
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult exchange(HttpMethod method, String path, String body) {
        return mvc.method(method)
                .uri("/api/v1" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(user("program")
                        .authorities(AuthorityUtils.createAuthorityList(
                                "VIEW", "PERSONAL_VIEW", "CUSTOMERS_EDIT", "MONEY_VIEW", "MONEY_EDIT")))
                .exchange();
    }
}
