package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.List;
import jp.otodoke.OtodokeTest;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.PaymentMother;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 試算表: what was posted to each account, by the API and on its page. */
@OtodokeTest
class LedgerApiTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

    private final PaymentDesk desk;
    private final TrialBalance trialBalance;
    private final MockMvcTester mvc;

    @Autowired
    LedgerApiTests(AutowireCapableBeanFactory beans, TrialBalance trialBalance, MockMvcTester mvc) {
        this.desk = beans.createBean(PaymentDesk.class);
        this.trialBalance = trialBalance;
        this.mvc = mvc;
    }

    @Test
    void aDepositIsInTheBankAndInSuspenseFromItsDayOn() {
        var before = balance("BANK", TODAY);
        var suspense = balance("SUSPENSE", TODAY);
        var yesterday = balance("BANK", TODAY.minusDays(1));

        deposit(4_321);

        assertThat(balance("BANK", TODAY)).isEqualTo(before.plus(Yen.of(4_321)));
        assertThat(balance("SUSPENSE", TODAY)).isEqualTo(suspense.minus(Yen.of(4_321)));
        assertThat(balance("BANK", TODAY.minusDays(1))).isEqualTo(yesterday);
    }

    @Test
    void theTrialBalanceAddsUpToZero() {
        deposit(1_234);

        assertThat(get("/api/v1/ledger/trial-balance"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.balance", sum -> assertThat(sum).isEqualTo(0))
                .hasPathSatisfying(
                        "$.accounts[0].account", first -> assertThat(first).isEqualTo("BANK"));
        var body = body(get("/api/v1/ledger/trial-balance"));
        assertThat(JsonPath.<Number>read(body, "$.debit").longValue())
                .isPositive()
                .isEqualTo(JsonPath.<Number>read(body, "$.credit").longValue());
    }

    @Test
    void theBalancesOfADayAddUpToZero() {
        deposit(1_235);

        var balances = JsonPath.<List<Number>>read(
                body(get("/api/v1/ledger/balances?at=2026-11-26")), "$.accounts[*].balance");

        assertThat(balances.stream().mapToLong(Number::longValue).sum()).isZero();
        assertThat(get("/api/v1/ledger/balances?at=someday")).hasStatus(400);
    }

    @Test
    void aMonthIsClosedOnceItIsOver() {
        assertThat(post("/api/v1/ledger/months/2026-11/close")).hasStatus(409);
        assertThat(post("/api/v1/ledger/months/2026-13/close")).hasStatus(400);
        assertThat(get("/api/v1/ledger/months")).hasStatusOk();
    }

    @Test
    void balancesOfAnInstantAreThoseOfItsDayInTokyo() {
        assertThat(JsonPath.<String>read(body(get("/api/v1/ledger/balances?at=2026-11-25T16:00:00Z")), "$.at"))
                .isEqualTo("2026-11-26");
        assertThat(JsonPath.<String>read(body(get("/api/v1/ledger/balances?at=2026-11-25T23:59:59+09:00")), "$.at"))
                .isEqualTo("2026-11-25");
        assertThat(get("/api/v1/ledger/balances?at=2026-11-25T16:00:00")).hasStatus(400);
    }

    @Test
    void theJournalIsAFileInAFormThatIsKnown() {
        deposit(1_236);

        assertThat(get("/api/v1/exports/journal?format=yayoi&month=2026-11"))
                .hasStatusOk()
                .hasHeader("Content-Disposition", "attachment; filename=\"journal-yayoi-2026-11.csv\"");
        assertThat(get("/api/v1/exports/journal?format=freee&month=2026-11")).hasStatusOk();
        assertThat(get("/api/v1/exports/journal?format=abacus&month=2026-11")).hasStatus(422);
        assertThat(get("/api/v1/exports/journal?format=yayoi&month=2026-99")).hasStatus(400);
        assertThat(get("/api/v1/exports/journal?format=yayoi")).hasStatus(422);
    }

    private void deposit(long amount) {
        var payer = CustomerMother.unmistakable("試算", CustomerMother.TOKYO, false);
        desk.given.deposit(PaymentMother.transferBy(String.valueOf(payer.kana()), amount, TODAY));
    }

    private Yen balance(String account, LocalDate day) {
        return trialBalance.at(day).stream()
                .filter(b -> b.account().equals(account))
                .findFirst()
                .orElseThrow()
                .balance();
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult post(String uri) {
        return mvc.post()
                .uri(uri)
                .with(user("keiri").authorities(AuthorityUtils.createAuthorityList("VIEW", "MONEY_VIEW", "MONEY_EDIT")))
                .with(csrf())
                .exchange();
    }

    private MvcTestResult get(String uri) {
        return mvc.get()
                .uri(uri)
                .with(user("keiri").authorities(AuthorityUtils.createAuthorityList("VIEW", "MONEY_VIEW")))
                .exchange();
    }
}
