package jp.otodoke.partners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.Set;
import jp.otodoke.OtodokeTest;
import jp.otodoke.partners.csv.Cp932;
import jp.otodoke.partners.mail.CaughtMails;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@OtodokeTest
class PartnerPagesTests {
    private final MockMvcTester mvc;
    private final MessageLog messages;
    private final CaughtMails mails;
    private final TransactionTemplate transaction;

    @Autowired
    PartnerPagesTests(MockMvcTester mvc, MessageLog messages, CaughtMails mails, TransactionTemplate transaction) {
        this.mvc = mvc;
        this.messages = messages;
        this.mails = mails;
        this.transaction = transaction;
    }

    @Test
    void findsAMessageByNameNumberAndContent() {
        long id = sent("SHIP_page_1.csv", "ship_no,name\r\nS00009999,見本　花子\r\n", "S00009999");

        for (var q : Set.of("SHIP_page", "S00009999", "見本")) {
            assertThat(get("/partners/messages?q=" + q))
                    .hasStatusOk()
                    .bodyText()
                    .contains("SHIP_page_1.csv");
            assertThat(get("/api/v1/partners/messages?partner=warehouse&q=" + q))
                    .bodyJson()
                    .extractingPath("$.items[0].id")
                    .isEqualTo((int) id);
        }
        assertThat(get("/partners/messages?q=nowhere")).hasStatusOk().bodyText().doesNotContain("SHIP_page_1.csv");
    }

    @Test
    void showsAMessageWithItsBytes() {
        long id = sent("SHIP_page_2.csv", "ship_no,name\r\nS00009998,髙橋\r\n", "S00009998");

        assertThat(get("/partners/messages/" + id)).hasStatusOk().bodyText().contains("S00009998,髙橋");
        assertThat(get("/api/v1/partners/messages/" + id + "/content")
                        .getResponse()
                        .getContentAsByteArray())
                .isEqualTo("ship_no,name\r\nS00009998,髙橋\r\n".getBytes(Cp932.CHARSET));
        assertThat(get("/partners")).hasStatusOk().bodyText().contains("/partners/messages?partner=warehouse");
    }

    @Test
    void showsTheMailOfTheDemo() {
        mails.keep(Set.of("page@example.jp"), "Subject: hello\r\n\r\nwelcome".getBytes(Cp932.CHARSET));
        long id = mails.latest("page@example.jp", 1, 0).get(0).id();

        assertThat(get("/demo/mail?q=page@example.jp")).hasStatusOk().bodyText().contains("hello");
        assertThat(get("/demo/mail/" + id)).hasStatusOk().bodyText().contains("welcome");
    }

    private MvcTestResult get(String path) {
        return mvc.get()
                .uri(path)
                .with(user("manager")
                        .authorities(AuthorityUtils.createAuthorityList(
                                "ROLE_MANAGER", "VIEW", "PARTNERS_VIEW", "OPERATIONS", "DEMO")))
                .exchange();
    }

    private long sent(String name, String content, String reference) {
        var id = transaction.execute(
                status -> messages.sent("warehouse", "SHIP", name, content.getBytes(Cp932.CHARSET), Set.of(reference)));
        assertThat(id).isNotNull();
        return id == null ? 0 : id;
    }
}
