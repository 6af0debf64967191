package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.Map;
import jp.otodoke.EngineJobs;
import jp.otodoke.OtodokeTest;
import jp.otodoke.fulfilment.RequestOrderCancel;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.CustomerNumber;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The pages of 掛売り, 請求書, 顧客元帳 and お金の経過. */
@OtodokeTest
class StatementPagesTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Given given;

    @Autowired
    RequestOrderCancel cancel;

    @Autowired
    EngineJobs jobs;

    @Autowired
    CreditAccounts accounts;

    @Test
    void termsAreAgreedOnThePageOfTheCustomer() {
        var firm = firm();

        assertThat(get("/customers/" + firm + "/credit-terms"))
                .hasStatusOk()
                .bodyText()
                .contains("掛売りの条件はありません");
        post(
                "/customers/" + firm + "/credit-terms",
                Map.of("creditLimit", "500000", "closingDay", "20", "monthsLater", "1", "payDay", "31"));

        assertThat(get("/customers/" + firm + "/credit-terms"))
                .bodyText()
                .contains("¥500,000", "20日締め、翌月末払い")
                .doesNotContain("??");
        var wrong = post("/customers/" + firm + "/credit-terms", Map.of("creditLimit", "1", "closingDay", "45"));
        assertThat(wrong.getMvcResult().getFlashMap().get("problems"))
                .asString()
                .contains("closingDay");
        post("/customers/" + firm + "/credit-terms/end", Map.of());
        assertThat(accounts.find(firm).orElseThrow().active()).isFalse();
        assertThat(get("/customers/" + firm)).hasStatusOk().bodyText().contains("credit-terms");
    }

    @Test
    void statementsAreListedAndClosedByHand() {
        assertThat(get("/statements"))
                .hasStatusOk()
                .bodyText()
                .contains("請求書", "今すぐ締める")
                .doesNotContain("??");
        assertThat(get("/statements?state=OVERDUE&from=2026-01-01&until=x")).hasStatusOk();
        assertThat(get("/statements/export.csv")).hasStatusOk();
        assertThat(get("/refunds/export.csv?status=DONE")).hasStatusOk();
        assertThat(get("/receivables/export.csv?status=PAID")).hasStatusOk();
        assertThat(get("/receivables/export.xlsx?status=x&customer=C0000001")).hasStatusOk();
        assertThat(get("/statements/B99999999")).hasStatus(404);
        var early = post("/statements", Map.of("closingDate", "2999-01-01"));
        assertThat(early.getMvcResult().getFlashMap().get("problems"))
                .asString()
                .contains("closingDate");
        var unknown = post("/statements/preview", Map.of("closingDate", "2026-01-01", "customer", "C99999999"));
        assertThat(unknown.getMvcResult().getFlashMap().get("refused"))
                .asString()
                .contains("C99999999");
    }

    @Test
    void theAccountAndTheMoneyOfAnOrderAreShown() {
        var firm = firm();
        given.creditTerms(firm, 1_000_000, 31);
        var order = given.order(OrderMother.twoTeas().from(firm).by(PaymentMethod.INVOICE));

        assertThat(get("/customers/" + firm + "/credit-terms"))
                .as("the panel of the customer's page")
                .hasStatusOk()
                .bodyText()
                .contains("お支払い", "顧客元帳", "振替口座");
        assertThat(get("/customers/" + firm + "/account"))
                .hasStatusOk()
                .bodyText()
                .contains("顧客元帳", order.value(), "請求")
                .doesNotContain("??");
        assertThat(get("/customers/" + firm + "/account/export.csv?from=2026-01-01"))
                .hasStatusOk();
        assertThat(get("/payments/" + order))
                .hasStatusOk()
                .bodyText()
                .contains("お金の経過", order.value(), "請求額")
                .doesNotContain("??");
        assertThat(get("/payments/A99999999")).hasStatus(404);
        assertThat(get("/customers/C99999999/account")).hasStatus(404);
        cancel.request(order, "試験", "tester");
        jobs.run(order);
    }

    private CustomerNumber firm() {
        return given.customer(CustomerMother.unmistakable("商事", CustomerMother.TOKYO, true));
    }

    private MvcTestResult post(String uri, Map<String, String> values) {
        var request = mvc.post().uri(uri).with(csrf()).with(accounting());
        values.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult get(String uri) {
        return mvc.get().uri(uri).with(accounting()).exchange();
    }

    private static RequestPostProcessor accounting() {
        return user("accounting")
                .authorities(AuthorityUtils.createAuthorityList("VIEW", "PERSONAL_VIEW", "MONEY_VIEW", "MONEY_EDIT"));
    }
}
