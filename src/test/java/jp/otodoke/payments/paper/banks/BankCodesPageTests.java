package jp.otodoke.payments.paper.banks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import jp.otodoke.OtodokeTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The pages of bank codes. */
@OtodokeTest
class BankCodesPageTests {
    @Autowired
    MockMvcTester mvc;

    @Test
    void banksAreListedAndNamedWhileTheirCodesAreTyped() {
        assertThat(get("/bank-codes"))
                .hasStatusOk()
                .bodyText()
                .contains("みずほ銀行", "主な銀行だけ")
                .doesNotContain("??");
        assertThat(get("/bank-codes?bank=9900&lang=en"))
                .hasStatusOk()
                .bodyText()
                .contains("ゆうちょ銀行")
                .doesNotContain("??");
        assertThat(get("/bank-codes/names?bankCode=0009&branchCode="))
                .hasStatusOk()
                .bodyText()
                .contains("三井住友銀行");
        assertThat(get("/mandates")).bodyText().contains("/bank-codes/names", "change from:#f-bankCode");
    }

    @Test
    void aFileIsShownWithItsDifferencesAndThenImported() {
        var preview = upload("bank_code,branch_code,name,kana\n0501,777,見本支店,ミホン\n");

        assertThat(get(preview))
                .hasStatusOk()
                .bodyText()
                .contains("0501-777", "見本支店", "追加 1件")
                .doesNotContain("??");
        var done = flash(mvc.post().uri(preview).with(csrf()).with(accountant()).exchange());
        assertThat(done).containsKey("done");
        assertThat(get("/bank-codes?bank=0501")).bodyText().contains("見本支店");
    }

    @Test
    void aFileThatIsWrongIsToldByLine() {
        var answer = file("bank_code,branch_code,name,kana\n05,777,見本支店,ミホン\n");

        assertThat(String.valueOf(flash(answer).get("problems"))).contains("bank_code");
    }

    private String upload(String text) {
        return Objects.requireNonNull(file(text).getResponse().getRedirectedUrl());
    }

    private MvcTestResult file(String text) {
        return mvc.method(HttpMethod.POST)
                .uri("/bank-codes")
                .multipart()
                .file(new MockMultipartFile("file", "codes.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)))
                .param("scope", "PART")
                .with(csrf())
                .with(accountant())
                .exchange();
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).with(accountant()).exchange();
    }

    private static Map<String, ?> flash(MvcTestResult answer) {
        return answer.getMvcResult().getFlashMap();
    }

    private static RequestPostProcessor accountant() {
        return user("accounting")
                .authorities(AuthorityUtils.createAuthorityList("VIEW", "MONEY_VIEW", "MONEY_EDIT", "PERSONAL_VIEW"));
    }
}
