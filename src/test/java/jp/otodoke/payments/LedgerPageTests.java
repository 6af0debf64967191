package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.YearMonth;
import jp.otodoke.OtodokeTest;
import jp.otodoke.payments.accounting.JournalAccounts;
import jp.otodoke.shared.BusinessClock;
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
    JournalAccounts accounts;

    @Autowired
    BusinessClock clock;

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
    void theMonthsAreShownWithWhatIsStillOpenInThem() {
        var month = YearMonth.from(clock.today()).toString();
        assertThat(get("/ledger/months")).hasStatusOk().bodyText().contains("月次締め", month, "弥生会計");
        assertThat(get("/ledger/months/" + month + "/checks"))
                .hasStatusOk()
                .bodyText()
                .contains("消し込んでいない入金", "出荷と合わない売上", "仕訳の出力")
                .doesNotContain("??");
        assertThat(get("/ledger/journal?format=yayoi&month=" + month)).hasStatusOk();
        var refused = mvc.post()
                .uri("/ledger/months/" + month + "/close")
                .with(csrf())
                .with(accounting())
                .exchange();
        assertThat(refused).hasStatus3xxRedirection();
        assertThat(refused.getMvcResult().getFlashMap().get("refused"))
                .asString()
                .contains(month);
    }

    @Test
    void openAmountsAreShownByAge() {
        assertThat(get("/ledger/ages")).hasStatusOk().bodyText().contains("滞留債権", "売掛金", "91日以上", "期日前");
    }

    @Test
    void anAccountIsNamedAsTheAccountingSoftwareCallsIt() {
        assertThat(get("/ledger/accounts")).hasStatusOk().bodyText().contains("科目の対応", "課税売上内軽減8%");

        assertThat(rename("貸倒損失金").getMvcResult().getFlashMap().get("done"))
                .asString()
                .contains("貸倒損失金");
        assertThat(get("/ledger/accounts")).bodyText().contains("貸倒損失金");
        assertThat(rename("長い名前".repeat(4)).getMvcResult().getFlashMap().get("problems"))
                .asString()
                .contains("12");
        assertThat(rename("貸倒損失")).hasStatus3xxRedirection();
    }

    private MvcTestResult rename(String name) {
        var writeOff = accounts.all().stream()
                .filter(account -> account.account().equals("WRITE_OFF"))
                .findFirst()
                .orElseThrow();
        return mvc.post()
                .uri("/ledger/accounts/" + writeOff.id())
                .param("name", name)
                .with(csrf())
                .with(accounting())
                .exchange();
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
