package jp.otodoke.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import jp.otodoke.OtodokeTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The API of cases, and their pages. */
@OtodokeTest
class DunningApiTests {
    private final AutowireCapableBeanFactory beans;
    private final MockMvcTester mvc;
    private DunningDesk desk;

    @Autowired
    DunningApiTests(AutowireCapableBeanFactory beans, MockMvcTester mvc) {
        this.beans = beans;
        this.mvc = mvc;
    }

    @BeforeEach
    void begin() {
        desk = beans.createBean(DunningDesk.class);
    }

    @Test
    void aCaseIsShownOnThePageOfItsCustomerAndOfItsOrder() {
        var one = desk.overdue(6880);
        assertThat(page("/customers/" + one.customer().orElseThrow()))
                .hasStatusOk()
                .bodyText()
                .contains(one.receivable() + " の督促", "いまの段階: 開始", "「メール」", "/dunning/" + one.id())
                .doesNotContain("??");

        var order = desk.declined();
        desk.morning();
        assertThat(page("/orders/" + order))
                .hasStatusOk()
                .bodyText()
                .contains(order + " の督促", "いまの段階")
                .doesNotContain("??");
    }

    @Test
    void aCaseIsListedWithWhatComesNext() {
        var one = desk.overdue(6880);

        assertThat(get("?receivable=" + one.receivable()))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.items[0].id", id -> assertThat(id).isEqualTo((int) one.id()))
                .hasPathSatisfying("$.items[0].receivable", number -> assertThat(number)
                        .isEqualTo(one.receivable().value()))
                .hasPathSatisfying(
                        "$.items[0].orderNumber", order -> assertThat(order).isNull())
                .hasPathSatisfying("$.items[0].customer", customer -> assertThat(customer)
                        .isEqualTo(one.customer().orElseThrow().value()))
                .hasPathSatisfying(
                        "$.items[0].method", method -> assertThat(method).isEqualTo("BANK_TRANSFER"))
                .hasPathSatisfying(
                        "$.items[0].amount", amount -> assertThat(amount).isEqualTo(6880))
                .hasPathSatisfying(
                        "$.items[0].cause", cause -> assertThat(cause).isEqualTo("UNPAID"))
                .hasPathSatisfying(
                        "$.items[0].state", state -> assertThat(state).isEqualTo("OPEN"))
                .hasPathSatisfying(
                        "$.items[0].stage", stage -> assertThat(stage).isEqualTo("NEW"))
                .hasPathSatisfying(
                        "$.items[0].nextStep", step -> assertThat(step).isEqualTo("MAIL"))
                .hasPathSatisfying(
                        "$.items[0].nextAt", at -> assertThat(at).asString().contains("T10:00:00+09:00"))
                .hasPathSatisfying(
                        "$.items[0].promisedUntil", until -> assertThat(until).isNull())
                .hasPathSatisfying("$.items[0].openedAt", at -> assertThat(at).isNotNull())
                .hasPathSatisfying("$.page.total", total -> assertThat(total).isEqualTo(1));
    }

    @Test
    void aPromiseIsNotedAndMovesTheCalendar() {
        var one = desk.overdue(6880);
        var until = desk.business.today().plusDays(20);

        assertThat(promise(one.id(), "{\"until\": \"" + until + "\"}"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.promisedUntil", day -> assertThat(day).isEqualTo(until.toString()))
                .hasPathSatisfying("$.state", state -> assertThat(state).isEqualTo("PAUSED"))
                .hasPathSatisfying("$.nextAt", at -> assertThat(at).asString().startsWith(until.plusDays(1) + "T10:00"))
                .hasPathSatisfying("$.steps[0].kind", kind -> assertThat(kind).isEqualTo("MAIL"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    -1 | 422
                     0 | 200
                    60 | 200
                    61 | 422
                    """)
    void aPromiseLiesBetweenTodayAndTwoMonths(int days, int status) {
        var one = desk.overdue(6880);

        var answer = promise(one.id(), "{\"until\": \"" + desk.business.today().plusDays(days) + "\"}");

        assertThat(answer).hasStatus(status);
        if (status == 422) {
            assertThat(answer).bodyText().contains("errors", "until");
        }
    }

    @Test
    void aPromiseWithoutADayIsRefused() {
        var one = desk.overdue(6880);

        assertThat(promise(one.id(), "{}")).hasStatus(422).bodyText().contains("until");
    }

    @Test
    void whatIsUnknownIsNotFoundAndWhatHasEndedConflicts() {
        var one = desk.overdue(6880);
        desk.pay(one);

        assertThat(get("/" + one.id()))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.state", state -> assertThat(state).isEqualTo("ENDED"))
                .hasPathSatisfying("$.outcome", outcome -> assertThat(outcome).isEqualTo("PAID"))
                .hasPathSatisfying("$.nextStep", step -> assertThat(step).isNull());
        assertThat(promise(one.id(), "{\"until\": \"" + desk.business.today().plusDays(3) + "\"}"))
                .hasStatus(409);
        assertThat(promise(999_999_999, "{\"until\": \"" + desk.business.today().plusDays(3) + "\"}"))
                .hasStatus(404);
        assertThat(get("/999999999")).hasStatus(404);
        assertThat(get("?sort=color")).hasStatus(422);
    }

    @Test
    void thePagesShowTheCalendarAndEachCase() {
        var one = desk.overdue(6880);

        assertThat(page("/dunning"))
                .hasStatusOk()
                .bodyText()
                .contains("督促カレンダー", "これからの予定", "督促状")
                .doesNotContain("??");
        assertThat(page("/dunning?state=ALL&receivable=" + one.receivable() + "&cause=UNPAID"))
                .bodyText()
                .contains(one.receivable().value(), "期日までに未入金")
                .doesNotContain("??");
        assertThat(page("/dunning/" + one.id()))
                .hasStatusOk()
                .bodyText()
                .contains(one.receivable() + " の督促", "約束を記録する", "メール")
                .doesNotContain("??");
        assertThat(page("/dunning?day=none&cause=none")).hasStatusOk();
        assertThat(page("/dunning/999999999")).hasStatus(404);
    }

    @Test
    void aPromiseIsNotedOnThePage() {
        var one = desk.overdue(6880);

        assertThat(mvc.post()
                        .uri("/dunning/" + one.id() + "/promise")
                        .param("until", desk.business.today().plusDays(4).toString())
                        .with(csrf())
                        .with(accounting()))
                .hasStatus3xxRedirection();

        assertThat(desk.again(one).promisedUntil())
                .isEqualTo(desk.business.today().plusDays(4));
    }

    @Test
    void lettersAreListedAndMarked() {
        var one = desk.overdue(desk.customerWithoutMail(), 3300);
        desk.pass(one, 0);

        assertThat(page("/dunning/letters"))
                .hasStatusOk()
                .bodyText()
                .contains(one.receivable().value(), "千代田")
                .doesNotContain("??");
        var letter = desk.jdbc
                .sql("select id from dunning_letter where case_id = ?")
                .param(one.id())
                .query(Long.class)
                .single();
        assertThat(mvc.post()
                        .uri("/dunning/letters")
                        .param("letter", String.valueOf(letter))
                        .with(csrf())
                        .with(accounting()))
                .hasStatus3xxRedirection();
        assertThat(page("/dunning/letters"))
                .bodyText()
                .doesNotContain(one.receivable().value());
    }

    @Test
    void theListForTheAgencyIsMadeOnceAndDownloaded() {
        var one = desk.overdue(900);
        desk.untilDecision(one);
        desk.decide(one, "decide-dunning", "AGENCY", null, "keiri");

        assertThat(mvc.post().uri("/dunning/agency").with(csrf()).with(accounting()))
                .hasStatus3xxRedirection();

        assertThat(page("/dunning/agency"))
                .hasStatusOk()
                .bodyText()
                .contains("ダウンロード")
                .doesNotContain("??");
        var file = desk.jdbc
                .sql("select max(id) from dunning_agency_file")
                .query(Long.class)
                .single();
        var csv = new String(
                page("/dunning/agency/" + file + "/file").getResponse().getContentAsByteArray(),
                Charset.forName("Windows-31J"));
        assertThat(csv).contains("請求番号", one.receivable().value(), "900");
        assertThat(page("/dunning/agency/999999999/file")).hasStatus(404);
    }

    @Test
    void aDraftIsTriedOnTheCasesOfTheLastMonth() throws IOException {
        var one = desk.overdue(6880);
        var draft = DunningPolicyTests.text()
                .replace("0 MAIL, 7 MAIL, 10 SMS, 14 LETTER, 20 HOLD_GOODS", "0 MAIL, 9 LETTER");

        assertThat(page("/dunning/policy")).hasStatusOk().bodyText().doesNotContain("??");
        assertThat(tried(draft))
                .hasStatusOk()
                .bodyText()
                .contains(one.receivable().value(), "9日目 督促状")
                .doesNotContain("??");
        assertThat(tried(DunningPolicyTests.text()))
                .bodyText()
                .doesNotContain(one.receivable().value());
        assertThat(tried("no table")).hasStatusOk().bodyText().contains("DMN");
        assertThat(desk.planned(one)).hasSize(7);
    }

    @Test
    void theFilteredCasesAreExported() {
        var one = desk.overdue(6880);

        assertThat(page("/dunning/export.csv?state=ALL&receivable=" + one.receivable()))
                .hasStatusOk();
        assertThat(page("/dunning/export.xlsx?state=ALL&receivable=" + one.receivable()))
                .hasStatusOk();
    }

    private MvcTestResult tried(String draft) {
        return mvc.post()
                .uri("/dunning/policy")
                .multipart()
                .file(new MockMultipartFile(
                        "file", "dunning-policy.dmn", "text/xml", draft.getBytes(StandardCharsets.UTF_8)))
                .with(csrf())
                .with(accounting())
                .exchange();
    }

    private MvcTestResult page(String path) {
        return mvc.get().uri(path).with(accounting()).exchange();
    }

    private static RequestPostProcessor accounting() {
        return user("keiri")
                .authorities(AuthorityUtils.createAuthorityList("VIEW", "PERSONAL_VIEW", "MONEY_VIEW", "MONEY_EDIT"));
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri("/api/v1/dunning-cases" + path).with(accounting()).exchange();
    }

    private MvcTestResult promise(long id, String body) {
        return mvc.post()
                .uri("/api/v1/dunning-cases/" + id + "/promise")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(accounting())
                .exchange();
    }
}
