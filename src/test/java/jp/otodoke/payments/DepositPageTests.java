package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.LocalDate;
import java.util.Map;
import jp.otodoke.OtodokeTest;
import jp.otodoke.mothers.PaymentMother;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The page of a deposit that pays no order. */
@OtodokeTest
class DepositPageTests {
    private final PaymentDesk desk;
    private final MockMvcTester mvc;
    private final Deposits deposits;

    @Autowired
    DepositPageTests(AutowireCapableBeanFactory beans, MockMvcTester mvc, Deposits deposits) {
        this.desk = beans.createBean(PaymentDesk.class);
        this.mvc = mvc;
        this.deposits = deposits;
    }

    @Test
    void whatWasKeptUnmatchedCanStillBePaidBack() {
        var deposit = received();
        desk.decide(DepositSubject.of(deposit), "deposit-unmatched", "KEEP", "問い合わせ中", Map.of());
        assertThat(page(deposit)).hasStatusOk().bodyText().contains("振り込み返した");

        payBack(deposit, "T-1");

        assertThat(deposits.find(deposit).orElseThrow().state()).isEqualTo(Deposit.State.REVERSED);
        assertThat(page(deposit)).bodyText().doesNotContain("振り込み返した");
    }

    @Test
    void withoutAReferenceNothingIsPaidBack() {
        var deposit = received();

        payBack(deposit, " ");

        assertThat(deposits.find(deposit).orElseThrow().state()).isEqualTo(Deposit.State.UNMATCHED);
    }

    @Test
    void whatIsDoneAlreadyIsNotToldAsDone() {
        var deposit = received();

        assertThat(flash("/deposits/proposals")).containsKey("unchanged").doesNotContainKey("done");
        assertThat(flash("/deposits/" + deposit + "/undo"))
                .containsKey("refused")
                .doesNotContainKey("done");
    }

    private Map<String, Object> flash(String path) {
        return mvc.post()
                .uri(path)
                .with(csrf())
                .with(accountant())
                .exchange()
                .getMvcResult()
                .getFlashMap();
    }

    private long received() {
        desk.given.deposit(PaymentMother.transferBy("ﾀﾞﾚﾃﾞﾓﾅｲ", 7_773, LocalDate.of(2026, 11, 26)));
        return deposits.list(null, "id,desc", 0, 1).get(0).id();
    }

    private MvcTestResult page(long deposit) {
        return mvc.get().uri("/deposits/" + deposit).with(accountant()).exchange();
    }

    private void payBack(long deposit, String reference) {
        assertThat(mvc.post()
                        .uri("/deposits/" + deposit + "/repayment")
                        .param("reference", reference)
                        .with(csrf())
                        .with(accountant())
                        .exchange())
                .hasStatus3xxRedirection();
    }

    private static RequestPostProcessor accountant() {
        return user("accountant")
                .authorities(AuthorityUtils.createAuthorityList("VIEW", "PERSONAL_VIEW", "MONEY_VIEW", "MONEY_EDIT"));
    }
}
