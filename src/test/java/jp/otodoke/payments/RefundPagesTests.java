package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.Map;
import jp.otodoke.OtodokeTest;
import jp.otodoke.demo.staff.DemoStaff;
import jp.otodoke.payments.RefundEntry.Status;
import jp.otodoke.staff.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The pages of 返金 and 振込ファイル, and the tokens of two people. */
@OtodokeTest
class RefundPagesTests {
    private final RefundDesk accounting;
    private final MockMvcTester mvc;

    @Autowired
    RefundPagesTests(AutowireCapableBeanFactory beans, MockMvcTester mvc) {
        this.accounting = beans.createBean(RefundDesk.class);
        this.mvc = mvc;
    }

    @Test
    void aRefundIsListedWithWhoDecidesIt() {
        var order = accounting.overpaid(4);
        accounting.ask(order, accounting.overpaid(order), "BALANCE");
        var refund = accounting.onlyRefund(order, Status.PROPOSED);

        assertThat(get("keiri", "/refunds?order=" + order))
                .hasStatusOk()
                .bodyText()
                .contains("返金", order.value(), "承認待ち", "二重入金", "預り金")
                .doesNotContain("??");
        assertThat(get("keiri", "/refunds/" + refund))
                .hasStatusOk()
                .bodyText()
                .contains("承認する", "取りやめる")
                .doesNotContain("??");
        assertThat(get(RefundDesk.RYOKO, "/refunds/" + refund))
                .bodyText()
                .contains("依頼した人とは別の人")
                .doesNotContain("承認する</button>");
    }

    @Test
    void aRefundIsAskedForAndApprovedOnThePages() {
        var order = accounting.overpaid(4);
        var sum = accounting.overpaid(order);
        var asked = post(
                "keiri",
                "/refunds",
                "orderNumber",
                order.value(),
                "amount",
                String.valueOf(sum),
                "route",
                "BALANCE",
                "reason",
                "お客様のご希望");
        var page = String.valueOf(asked.getResponse().getRedirectedUrl());
        assertThat(page).startsWith("/refunds/");

        assertThat(flash(post("keiri", page + "/approval"))).containsOnlyKeys("refused");
        assertThat(flash(post("sekinin", page + "/approval"))).containsOnlyKeys("done");

        assertThat(accounting.refunds(order)).containsExactly("DONE " + sum + " BALANCE");
    }

    @Test
    void whatWasTypedIsShownAgainSaveForTheAccount() {
        var refused = post(
                "keiri",
                "/refunds",
                "orderNumber",
                "A99999999",
                "amount",
                "1000",
                "route",
                "TRANSFER",
                "reason",
                "過入金",
                "bankCode",
                "0001",
                "branchCode",
                "001",
                "accountType",
                "1",
                "accountNumber",
                "7654321",
                "holderKana",
                "ヤマダ");

        var flash = flash(refused);
        assertThat(flash.get("typed")).asString().contains("A99999999", "過入金").doesNotContain("7654321");
        assertThat(flash.get("problems")).asString().contains("orderNumber");
    }

    @Test
    void aFileIsMadeFetchedAndItsTransferSentBack() {
        accounting.nothingWaits();
        var order = accounting.overpaid(2);
        var refund = RefundDesk.id(accounting.ask(order, 6550, "TRANSFER"));
        assertThat(get("keiri", "/refunds/" + refund))
                .bodyText()
                .contains("お客様の口座をうかがい")
                .doesNotContain("??");
        assertThat(get("keiri", "/refunds?lacksAccount=true")).bodyText().contains(order.value());
        post(
                "keiri",
                "/refunds/" + refund + "/account",
                "bankCode",
                "0001",
                "branchCode",
                "001",
                "accountType",
                "1",
                "accountNumber",
                "7654321",
                "holderKana",
                "ヤマダ ハナコ");
        assertThat(get("keiri", "/transfer-files"))
                .hasStatusOk()
                .bodyText()
                .contains("1件", "¥6,550")
                .doesNotContain("??");

        var file = String.valueOf(post("keiri", "/transfer-files", "transferDate", "2026-12-01")
                .getResponse()
                .getRedirectedUrl());
        assertThat(get("keiri", file))
                .hasStatusOk()
                .bodyText()
                .contains("ダウンロード", "****321")
                .doesNotContain("??", "7654321");
        assertThat(get("keiri", file + "/file").getResponse().getContentAsByteArray())
                .hasSize(4 * 122);
        assertThat(get("keiri", file)).bodyText().contains("送信済", "振込済みにする");
        post("keiri", file + "/confirmation");
        assertThat(get("keiri", file)).bodyText().contains("振込済");
        post("keiri", "/refunds/" + refund + "/return", "note", "口座名義相違");

        assertThat(get("keiri", "/refunds/" + refund))
                .bodyText()
                .contains("組戻しになりました", "口座名義相違", "****321")
                .doesNotContain("??", "7654321");
        assertThat(accounting.refunds(order)).containsExactly("FAILED 6550 TRANSFER", "PROPOSED 6550 TRANSFER");
    }

    @Test
    void whoMayOnlyLookDecidesNothing() {
        var order = accounting.overpaid(4);
        accounting.ask(order, accounting.overpaid(order), "BALANCE");
        var refund = accounting.onlyRefund(order, Status.PROPOSED);

        var page = mvc.get()
                .uri("/refunds/" + refund)
                .with(user("uketsuke").authorities(AuthorityUtils.createAuthorityList("VIEW", "MONEY_VIEW")))
                .exchange();

        assertThat(page).hasStatusOk().bodyText().doesNotContain("承認する", "取りやめる");
    }

    @Test
    void eachDemoUserHasATokenAndAnApprovalTakesTwo() {
        var order = accounting.overpaid(4);
        var body = "{\"orderNumber\": \"%s\", \"amount\": %d, \"route\": \"BALANCE\", \"reason\": \"二重入金\"}"
                .formatted(order, accounting.overpaid(order));
        assertThat(byToken(Role.OPERATOR, "/refunds", body)).hasStatus(403);
        var refund = RefundDesk.id(byToken(Role.ACCOUNTING, "/refunds", body));

        assertThat(byToken(Role.ACCOUNTING, "/refunds/" + refund + "/approve", ""))
                .hasStatus(403);
        assertThat(byToken(Role.MANAGER, "/refunds/" + refund + "/approve", ""))
                .hasStatusOk()
                .bodyText()
                .contains("DONE", "\"requestedBy\":\"accounting\"", "\"approvedBy\":\"manager\"");
    }

    @Test
    void aCustomerHasTheBalanceThatWasGivenBack() {
        var order = accounting.overpaid(2);
        var customer = RefundDesk.<String>read(accounting.ask(order, 6550, "BALANCE"), "$.customer");

        assertThat(accounting.get("/customers/" + customer)).bodyText().contains("\"balance\":6550");
        assertThat(accounting.get("/customers?q=" + customer)).bodyText().contains("\"balance\":6550");
        assertThat(accounting.get("/orders/" + order))
                .bodyText()
                .contains("\"route\":\"BALANCE\"", "\"reason\":\"二重入金\"", "\"overpaid\":0");
    }

    @Test
    void aBalanceIsSpentOnThePage() {
        assertThat(flash(post("keiri", "/refunds/balance-payments", "number", "A99999999")))
                .containsOnlyKeys("refused");
        assertThat(get("keiri", "/refunds")).bodyText().contains("預り金で支払う").doesNotContain("??");
    }

    private static Map<String, Object> flash(MvcTestResult answer) {
        return answer.getMvcResult().getFlashMap();
    }

    private MvcTestResult byToken(Role role, String path, String body) {
        return mvc.post()
                .uri("/api/v1" + path)
                .contentType("application/json")
                .content(body)
                .header("Authorization", "Bearer " + DemoStaff.token(role))
                .exchange();
    }

    private MvcTestResult get(String by, String uri) {
        return mvc.get().uri(uri).with(staff(by)).exchange();
    }

    private MvcTestResult post(String by, String uri, String... parameters) {
        var request = mvc.post().uri(uri).with(csrf()).with(staff(by));
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    private static RequestPostProcessor staff(String name) {
        return user(name)
                .authorities(AuthorityUtils.createAuthorityList("VIEW", "PERSONAL_VIEW", "MONEY_VIEW", "MONEY_EDIT"));
    }
}
