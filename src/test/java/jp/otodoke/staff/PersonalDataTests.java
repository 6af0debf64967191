package jp.otodoke.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.jayway.jsonpath.JsonPath;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import jp.otodoke.OtodokeTest;
import jp.otodoke.TestClock;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.ProductMother;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Who does not need personal data gets it masked, on pages and in answers, until a reason is given. */
@OtodokeTest
class PersonalDataTests {
    private static final String[] PERSONAL = {"伏見 静香", "フシミ シズカ", "03-9182-7364", "shizuka@example.jp", "桜通1-2-3"};

    @Autowired
    MockMvcTester mvc;

    @Autowired
    AuditTrail audit;

    @Autowired
    TestClock clock;

    @Autowired
    Given given;

    private String number = "";

    @BeforeEach
    void register() throws Exception {
        var answer = mvc.post()
                .uri("/api/v1/customers")
                .header("Authorization", "Bearer demo-token")
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                        """
                        {"name": "伏見 静香", "kana": "フシミ シズカ", "phone": "03-9182-7364", "email": "shizuka@example.jp",
                         "birthDate": "1971-02-03", "address": {"postalCode": "100-0001", "prefecture": "東京都",
                         "city": "千代田区", "line1": "桜通1-2-3", "line2": ""}}""")
                .exchange();
        assertThat(answer).hasStatus(201);
        number = JsonPath.read(answer.getResponse().getContentAsString(), "$.number");
    }

    @Test
    void isShownToThoseWhoWorkWithCustomers() {
        for (var role : List.of(Role.OPERATOR, Role.ACCOUNTING, Role.MANAGER)) {
            assertThat(page(role)).hasStatusOk().bodyText().contains(PERSONAL);
        }
    }

    @Test
    void isMaskedForEverybodyElse() {
        for (var role : List.of(Role.MARKETING, Role.SHIPPING, Role.ADMIN)) {
            assertThat(page(role))
                    .hasStatusOk()
                    .bodyText()
                    .contains("伏●●●", "●●●7364", "s●●●@example.jp", "東京都千代田区", "個人情報を伏せています")
                    .doesNotContain(PERSONAL);
            assertThat(get("/customers?q=" + number, role))
                    .bodyText()
                    .contains("伏●●●")
                    .doesNotContain(PERSONAL);
            assertThat(get("/search?q=039182", role))
                    .bodyText()
                    .contains(number)
                    .doesNotContain("伏見", "9182-7364", "91827364");
            assertThat(get("/api/v1/customers/" + number, role))
                    .bodyText()
                    .contains("伏●●●", "●●●7364", "千代田区")
                    .doesNotContain(PERSONAL)
                    .doesNotContain("1971");
        }
    }

    @Test
    void whatAnOrderSaysInWordsIsMaskedInAnswersToo() throws Exception {
        given.product(ProductMother.tea().coded("PD-1"));
        var answer = mvc.post()
                .uri("/api/v1/orders")
                .header("Authorization", "Bearer demo-token")
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                        """
                        {"channel": "PHONE", "customer": {"number": "%s"}, "note": "静香さんへ折り返す", "payment": {"method": "CASH_ON_DELIVERY"},
                         "delivery": {"gift": {"noshi": "RED_WHITE_BOW", "noshiName": "伏見", "messageCard": "母より"}},
                         "lines": [{"sku": "PD-1", "quantity": 1}]}"""
                                .formatted(number))
                .exchange();
        assertThat(answer).hasStatus(201);
        String order = JsonPath.read(answer.getResponse().getContentAsString(), "$.orderNumber");

        for (var path : List.of("/api/v1/orders/" + order, "/api/v1/orders?q=" + order)) {
            assertThat(get(path, Role.OPERATOR)).bodyText().contains("静香さんへ折り返す");
            assertThat(get(path, Role.MARKETING)).bodyText().contains(order).doesNotContain("静香", "伏見", "母より");
        }
    }

    @Test
    void isShownForAQuarterOfAnHourOnceAReasonIsGivenAndTheReasonIsRecorded() {
        var revealed = reveal("折り返し電話のため", Role.MARKETING);
        assertThat(revealed).hasStatus3xxRedirection();
        var session = session(revealed);

        assertThat(page(Role.MARKETING, session)).bodyText().contains(PERSONAL);
        assertThat(page(Role.MARKETING)).bodyText().doesNotContain(PERSONAL);
        assertThat(get("/audit?action=personal-revealed", Role.MANAGER))
                .bodyText()
                .contains("折り返し電話のため (/customers/" + number + ")");

        clock.advance(Duration.ofMinutes(16));
        assertThat(page(Role.MARKETING, session)).bodyText().doesNotContain(PERSONAL);
    }

    @Test
    void canBeMaskedAgainAtOnce() {
        var session = session(reveal("折り返し電話のため", Role.MARKETING));

        mvc.post()
                .uri("/personal/masked")
                .cookie(session)
                .with(csrf())
                .with(as(Role.MARKETING))
                .exchange();

        assertThat(page(Role.MARKETING, session)).bodyText().doesNotContain(PERSONAL);
    }

    @Test
    void isNotShownWithoutAReasonOrToWhoeverMayNotAsk() {
        var session = session(reveal(" ", Role.MARKETING));

        assertThat(page(Role.MARKETING, session)).bodyText().doesNotContain(PERSONAL);
        assertThat(reveal("見たいから", Role.ADMIN)).hasStatus(403);
    }

    @Test
    void goesBackToOurOwnPagesOnly() {
        assertThat(mvc.post()
                        .uri("/personal")
                        .param("reason", "折り返し電話のため")
                        .param("back", "//elsewhere.example")
                        .with(csrf())
                        .with(as(Role.MARKETING))
                        .exchange())
                .hasRedirectedUrl("/");
    }

    private MvcTestResult reveal(String reason, Role role) {
        return mvc.post()
                .uri("/personal")
                .param("reason", reason)
                .param("back", "/customers/" + number)
                .with(csrf())
                .with(as(role))
                .exchange();
    }

    private MvcTestResult page(Role role, Cookie... session) {
        return get("/customers/" + number, role, session);
    }

    private MvcTestResult get(String path, Role role, Cookie... session) {
        var request = mvc.get().uri(path).with(as(role));
        return (session.length == 0 ? request : request.cookie(session)).exchange();
    }

    /** Without a server around it, the session's cookie has the library's name. */
    private static Cookie session(MvcTestResult answer) {
        return Objects.requireNonNull(answer.getResponse().getCookie("SESSION"));
    }

    private static UserRequestPostProcessor as(Role role) {
        return user(role.code()).authorities(Role.authorities(List.of(role)));
    }
}
