package jp.otodoke.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.List;
import java.util.stream.IntStream;
import jp.otodoke.OtodokeTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@OtodokeTest
class AuditPageTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    AuditTrail audit;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void findsWhoOpenedACustomer() {
        record("operator", "customer-opened", "C9900001", "電話のため");
        record("accounting", "customer-opened", "C9900002", "");

        assertThat(get("/audit?subject=c9900001", Role.MANAGER))
                .hasStatusOk()
                .bodyText()
                .contains("operator", "受注 花子", "お客様の記録を開いた", "/customers/C9900001", "電話のため")
                .doesNotContain("C9900002", "??");
        assertThat(get("/audit?who=accounting&action=customer-opened", Role.ADMIN))
                .bodyText()
                .contains("C9900002")
                .doesNotContain("C9900001");
        assertThat(get("/audit?subject=C9900001&to=2020-01-01", Role.MANAGER))
                .bodyText()
                .contains("記録がありません");
        assertThat(get("/audit?subject=C9900001&from=2020-01-01", Role.MANAGER, "en"))
                .bodyText()
                .contains("Viewed a customer")
                .doesNotContain("??");
    }

    @Test
    void showsFiftyAtATimeTheLatestFirst() {
        IntStream.rangeClosed(1, 60).forEach(i -> record("page-test", "signed-in", "page-test", "#" + i + "#"));

        assertThat(get("/audit?who=page-test", Role.ADMIN))
                .bodyText()
                .contains("#60#", "#11#", "/ 60")
                .doesNotContain("#10#");
        assertThat(get("/audit?who=page-test&page=1", Role.ADMIN))
                .bodyText()
                .contains("#10#", "#1#")
                .doesNotContain("#11#");
    }

    @Test
    void saysWhatItCouldNotReadAndIsNotForEverybody() {
        assertThat(get("/audit?from=yesterday", Role.ADMIN))
                .hasStatusOk()
                .bodyText()
                .contains("読み取れない条件");
        assertThat(get("/audit", Role.OPERATOR)).hasStatus(403);
    }

    private void record(String who, String action, String subject, String detail) {
        transaction.executeWithoutResult(s -> audit.recordFor(who, action, subject, detail));
    }

    private MvcTestResult get(String path, Role role) {
        return get(path, role, "ja");
    }

    private MvcTestResult get(String path, Role role, String language) {
        return mvc.get()
                .uri(path)
                .param("lang", language)
                .header("Accept-Language", language)
                .with(user(role.code()).authorities(Role.authorities(List.of(role))))
                .exchange();
    }
}
