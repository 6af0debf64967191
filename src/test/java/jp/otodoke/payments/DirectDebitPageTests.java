package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.Map;
import jp.otodoke.OtodokeTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** 口座振替 on the screen: preview, collect, hand over, take in. */
@OtodokeTest
class DirectDebitPageTests {
    private final DebitDesk debits;
    private final MockMvcTester mvc;

    @Autowired
    DirectDebitPageTests(AutowireCapableBeanFactory beans, MockMvcTester mvc) {
        this.debits = beans.createBean(DebitDesk.class);
        this.mvc = mvc;
    }

    @Test
    void theNextCycleIsShownBeforeItIsCollected() {
        var due = debits.due(debits.mandated(), 3_300);

        assertThat(get("/direct-debits?debitDate=2026-12-27"))
                .hasStatusOk()
                .bodyText()
                .contains(due.value(), "2026/12/28", "この内容で請求を集める")
                .doesNotContain("??");

        var collected = post("/direct-debits", Map.of("debitDate", "2026-12-28"));
        assertThat(collected).hasStatus3xxRedirection();
        assertThat(get(String.valueOf(collected.getResponse().getRedirectedUrl())))
                .hasStatusOk()
                .bodyText()
                .contains(due.value(), "依頼前", "依頼ファイル")
                .doesNotContain("??");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void aCycleSaysWhatBecameOfItsClaims(String language) {
        var customer = debits.mandated();
        debits.due(customer, 3_300);
        long cycle = debits.debited("N");

        assertThat(get("/direct-debits/" + cycle + "?lang=" + language))
                .hasStatusOk()
                .bodyText()
                .contains(customer.value(), language.equals("ja") ? "結果未着" : "No result yet")
                .doesNotContain("??");
        assertThat(get("/direct-debits?lang=" + language))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("??");
    }

    @Test
    void aDayThatIsPastIsToldBesideThePreview() {
        assertThat(get("/direct-debits?debitDate=2020-01-06"))
                .hasStatusOk()
                .bodyText()
                .contains("今日以降");
        assertThat(flash("/direct-debits", Map.of("debitDate", "2020-01-06"))).containsKey("problems");
    }

    @Test
    void mandatesAreListedWithoutTheirNumbers() {
        var customer = debits.mandated();

        assertThat(get("/mandates?customer=" + customer))
                .hasStatusOk()
                .bodyText()
                .contains("●●●123", "9999-002", "有効")
                .doesNotContain("0000123", "??");
        assertThat(get("/mandates?customer=C99999999")).hasStatusOk().bodyText().contains("振替口座はありません");
    }

    @Test
    void mandatesAndCyclesAreFilteredSortedAndExported() {
        var customer = debits.mandated();

        assertThat(get("/mandates?state=ACTIVE&sort=bank&customer=" + customer))
                .bodyText()
                .contains(customer.value())
                .doesNotContain("??");
        assertThat(get("/mandates?state=INVALID&customer=" + customer))
                .bodyText()
                .contains("振替口座はありません");
        assertThat(get("/mandates/export.csv?state=ACTIVE&sort=-since&customer=" + customer))
                .hasStatusOk()
                .bodyText()
                .contains(customer.value(), "9999", "●●●123")
                .doesNotContain("0000123");
        assertThat(get("/mandates/export.csv?state=INVALID&customer=" + customer))
                .bodyText()
                .doesNotContain(customer.value());
        assertThat(get("/direct-debits/export.csv")).hasStatusOk().bodyText().contains("引落日");
        assertThat(get("/transfer-files/export.csv")).hasStatusOk().bodyText().contains("振込日");
    }

    @Test
    void aMandateIsRegisteredOnItsPageAndAMistakeKeepsAllButTheNumber() {
        var typed = Map.of(
                "customer", debits.customer().value(),
                "bankCode", "9999",
                "branchCode", "002",
                "accountType", "1",
                "accountNumber", "7654321",
                "holderKana", "山田");

        var refused = flash("/mandates", typed);

        assertThat(refused).containsKeys("problems", "typed");
        assertThat(String.valueOf(refused.get("typed"))).contains("山田").doesNotContain("7654321");
        var right = new java.util.HashMap<>(typed);
        right.put("holderKana", "ヤマダ");
        assertThat(flash("/mandates", right)).containsKey("done");
    }

    @Test
    void theTaskLeadsToWhereANewMandateIsRegistered() {
        var customer = debits.mandated();
        debits.due(customer, 3_300);
        debits.debited("2");
        var task = debits.desk.open(jp.otodoke.customers.CustomerSubject.of(customer), InvalidMandateTask.TYPE);

        assertThat(get("/inbox/" + task.id()))
                .hasStatusOk()
                .bodyText()
                .contains("/mandates?customer=" + customer)
                .doesNotContain("??");
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).with(accountant()).exchange();
    }

    private MvcTestResult post(String path, Map<String, String> parameters) {
        var request = mvc.post().uri(path).with(csrf()).with(accountant());
        parameters.forEach(request::param);
        return request.exchange();
    }

    private Map<String, Object> flash(String path, Map<String, String> parameters) {
        return post(path, parameters).getMvcResult().getFlashMap();
    }

    private static RequestPostProcessor accountant() {
        return user("accounting")
                .authorities(AuthorityUtils.createAuthorityList(
                        "VIEW", "PERSONAL_VIEW", "WORK_TASKS", "MONEY_VIEW", "MONEY_EDIT"));
    }
}
