package jp.otodoke.partners.exchange;

import static jp.otodoke.partners.exchange.PairsFormat.HEADER;
import static jp.otodoke.partners.exchange.PairsFormat.PARTNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import jp.otodoke.TestClock;
import jp.otodoke.demo.sftp.DemoSftp;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** One bean ({@link PairsSetup}) and its name in two languages make a partner: what docs/partners/adding-one.md promises. */
@RoutesTest
class AddedPartnerTests {
    private final PlayedPartner partner;
    private final DemoSftp sftp;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final TestClock clock;
    private final MissingExpectationCheck missing;
    private final MockMvcTester mvc;

    @Autowired
    AddedPartnerTests(
            PlayedPartner partner,
            DemoSftp sftp,
            Outbox outbox,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            TestClock clock,
            MissingExpectationCheck missing,
            WebApplicationContext application) {
        this.partner = partner;
        this.sftp = sftp;
        this.outbox = outbox;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.clock = clock;
        this.missing = missing;
        mvc = MockMvcTester.from(
                application, builder -> builder.apply(springSecurity()).build());
    }

    @Test
    void hasItsFoldersOnTheSftpServer() throws IOException {
        try (var client = SshClient.setUpDefaultClient()) {
            client.start();
            try (var session = client.connect(PARTNER, "127.0.0.1", sftp.port())
                    .verify(Duration.ofMinutes(5))
                    .getSession()) {
                session.addPasswordIdentity(DemoSftp.PASSWORD);
                session.auth().verify(Duration.ofMinutes(5));
                try (var files = SftpClientFactory.instance().createSftpClient(session)) {
                    assertThat(files.stat("/in").isDirectory()).isTrue();
                    assertThat(files.stat("/out").isDirectory()).isTrue();
                }
            }
        }
    }

    @Test
    void booksAFileThatIsLaidInItsFolder() throws Exception {
        partner.lays(PARTNER, "PAIRS_added.csv", HEADER + "zz-added-1,7\r\n");

        PlayedPartner.until(() -> partner.done(PARTNER, "PAIRS_added.csv"));

        assertThat(jdbc.sql("select value from test_pair where key = 'zz-added-1'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(7);
    }

    @Test
    void isSentWhatTheOutboxHoldsForIt() throws Exception {
        transaction.executeWithoutResult(
                status -> outbox.add(PARTNER, "NOTE", "added-2", null, Map.of("text", "an answer")));

        PlayedPartner.until(() -> sentTo(PARTNER, "added-2,an answer"));
    }

    private boolean sentTo(String code, String line) {
        try {
            return partner.sent(code, "NOTE").stream()
                    .anyMatch(file -> text(file).contains(line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, PlayedPartner.CP932);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void standsOnThePages() {
        for (var page : new String[] {"/partners", "/partners/messages", "/partners/expectations"}) {
            assertThat(mvc.get()
                            .uri(page)
                            .with(user("manager")
                                    .authorities(AuthorityUtils.createAuthorityList(
                                            "ROLE_MANAGER", "VIEW", "PARTNERS_VIEW", "OPERATIONS"))))
                    .hasStatusOk()
                    .bodyText()
                    .contains("テスト取引先");
        }
    }

    @Test
    void isMissedWhenItsFileDoesNotComeInTime() {
        clock.advance(Duration.ofDays(2));

        assertThat(missing.observe()).anyMatch(seen -> seen.subject().startsWith(PARTNER + " PAIRS"));
    }
}
