package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import jp.otodoke.OtodokeTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The pages of 試算表 and 会費・請求. */
@OtodokeTest
class LedgerPageTests {
    private final MockMvcTester mvc;

    @Autowired
    LedgerPageTests(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    @Test
    void eachAccountIsShownByItsNameToTheEndOfADay() {
        assertThat(get("/ledger?at=2026-11-26")).hasStatusOk().bodyText().contains("売掛金", "仮受金", "売上高", "2026-11-26");
        assertThat(get("/ledger?at=someday")).hasStatusOk();
    }

    @Test
    void whatIsOwedWithoutAnOrderIsListedAndCharged() {
        assertThat(get("/receivables")).hasStatusOk().bodyText().contains("会費・請求", "請求を立てる");
        assertThat(get("/receivables?number=F99999999&status=PAID"))
                .hasStatusOk()
                .bodyText()
                .contains("ここに請求はありません");
    }

    @Test
    void whatWasTypedIsShownAgainWhenItIsRefused() {
        var refused = mvc.post()
                .uri("/receivables")
                .param("customer", "C99999999")
                .param("kind", "FEE")
                .param("amount", "1100")
                .param("taxRate", "8")
                .param("dueDate", "2026-12-27")
                .with(csrf())
                .with(accounting())
                .exchange();

        assertThat(refused).hasStatus3xxRedirection();
        assertThat(refused.getMvcResult().getFlashMap().get("typed"))
                .asString()
                .contains("C99999999", "1100", "2026-12-27");
        assertThat(refused.getMvcResult().getFlashMap().get("problems"))
                .asString()
                .contains("customer");
    }

    private static RequestPostProcessor accounting() {
        return user("accounting").authorities(AuthorityUtils.createAuthorityList("VIEW", "MONEY_VIEW", "MONEY_EDIT"));
    }

    private MvcTestResult get(String uri) {
        return mvc.get().uri(uri).with(accounting()).exchange();
    }
}
