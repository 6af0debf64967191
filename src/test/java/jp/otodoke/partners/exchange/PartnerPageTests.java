package jp.otodoke.partners.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.Set;
import java.util.UUID;
import jp.otodoke.OtodokeTest;
import jp.otodoke.demo.mail.CaughtMails;
import jp.otodoke.platform.csv.CharacterSets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@OtodokeTest
class PartnerPageTests {
    private final MockMvcTester mvc;
    private final MessageLog messages;
    private final Expectations expectations;
    private final CaughtMails mails;
    private final TransactionTemplate transaction;

    @Autowired
    PartnerPageTests(
            MockMvcTester mvc,
            MessageLog messages,
            Expectations expectations,
            CaughtMails mails,
            TransactionTemplate transaction) {
        this.mvc = mvc;
        this.messages = messages;
        this.expectations = expectations;
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
                .isEqualTo("ship_no,name\r\nS00009998,髙橋\r\n".getBytes(CharacterSets.CP932));
        assertThat(get("/partners")).hasStatusOk().bodyText().contains("/partners/messages?partner=warehouse");
    }

    @Test
    void hidesWordsPhonesAndMailAddressesFromThoseWhoMayNotSeePersonalData() {
        var content = "ship_no,name,phone,mail,address,item,qty,date\r\n"
                + "S00009997,髙橋 花子,090-1234-5678,hanako@example.jp,千代田1-2-3,SKU-001,2,2026-11-26\r\n"
                + "S00009996,Hanako Yamada,0312345678,h.y@example.jp,ｲｹﾌﾞｸﾛ1-2,SKU-002,1,2026-11-26\r\n";
        long id = sent("SHIP_page_3.csv", content, "S00009997");
        var masked = "ship_no,name,phone,mail,address,item,qty,date\r\n"
                + "S00009997,●●●,●●●,●●●@example.jp,●●●,SKU-001,2,2026-11-26\r\n"
                + "S00009996,●●●,●●●,●●●@example.jp,●●●,SKU-002,1,2026-11-26\r\n";

        for (var path : Set.of("/partners/messages/", "/api/v1/partners/messages/")) {
            assertThat(get(path + id + "/content", "VIEW", "PARTNERS_VIEW")
                            .getResponse()
                            .getContentAsByteArray())
                    .isEqualTo(masked.getBytes(CharacterSets.CP932));
        }
        assertThat(get("/partners/messages/" + id, "VIEW", "PARTNERS_VIEW"))
                .hasStatusOk()
                .bodyText()
                .contains("S00009997,●●●,●●●,")
                .doesNotContain("花子", "1234-5678", "hanako", "千代田");
        assertThat(get("/partners/messages/" + id)).bodyText().contains("髙橋 花子,090-1234-5678");
    }

    @Test
    void showsWhatEachPartnerHasToSendNext() {
        assertThat(get("/partners")).hasStatusOk().bodyText().contains("次の予定", "STOCK", "23:55");
    }

    @Test
    void showsTheMailOfTheDemo() {
        mails.store(Set.of("page@example.jp"), "Subject: hello\r\n\r\nwelcome".getBytes(CharacterSets.CP932));
        long id = mails.latest("page@example.jp", 1, 0).get(0).id();

        assertThat(get("/demo/mail?q=page@example.jp")).hasStatusOk().bodyText().contains("hello");
        assertThat(get("/demo/mail/" + id)).hasStatusOk().bodyText().contains("welcome");
    }

    @Test
    void managersEditWhatIsExpected() {
        var type = "T" + UUID.randomUUID().toString().substring(0, 8);

        assertThat(expect("type=" + type + "&from=08:00&until=10:00&weekdays=4"))
                .hasStatus3xxRedirection();
        assertThat(expectations.all()).anySatisfy(e -> assertThat(e.type()).isEqualTo(type));
        assertThat(get("/partners/expectations")).hasStatusOk().bodyText().contains(type);

        long before = expectations.all().size();
        assertThat(expect("type=" + type + "&from=10:00&until=08:00")).hasStatus3xxRedirection();
        assertThat(expectations.all()).hasSize((int) before);
    }

    private MvcTestResult expect(String fields) {
        return mvc.post()
                .uri("/partners/expectations?kind=FILE&partner=bank&group=accounting&calendar=&active=false&" + fields)
                .with(csrf())
                .with(user("manager")
                        .authorities(AuthorityUtils.createAuthorityList(
                                "ROLE_MANAGER", "VIEW", "PARTNERS_VIEW", "OPERATIONS", "DEMO")))
                .exchange();
    }

    private MvcTestResult get(String path) {
        return get(path, "ROLE_MANAGER", "VIEW", "PERSONAL_VIEW", "PARTNERS_VIEW", "OPERATIONS", "DEMO");
    }

    private MvcTestResult get(String path, String... authorities) {
        return mvc.get()
                .uri(path)
                .with(user("manager").authorities(AuthorityUtils.createAuthorityList(authorities)))
                .exchange();
    }

    private long sent(String name, String content, String reference) {
        var id = transaction.execute(status ->
                messages.sent("warehouse", "SHIP", name, content.getBytes(CharacterSets.CP932), Set.of(reference)));
        assertThat(id).isNotNull();
        return id == null ? 0 : id;
    }
}
