package jp.otodoke.partners.exchange;

import static jp.otodoke.partners.exchange.PairsFormat.PARTNER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jp.otodoke.TestClock;
import jp.otodoke.platform.clock.WorkInFlight;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows of the outbox to files in the partner's folder, over the real SFTP server. */
@RoutesTest
class OutgoingFileTests {
    private final PlayedPartner partner;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final TestClock clock;
    private final List<WorkInFlight> work;

    @Autowired
    OutgoingFileTests(
            PlayedPartner partner,
            Outbox outbox,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            TestClock clock,
            List<WorkInFlight> work) {
        this.partner = partner;
        this.outbox = outbox;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.clock = clock;
        this.work = work;
    }

    @Test
    void sendsEachRowOnce() throws Exception {
        add("once-1", "髙橋 𠮷野");
        IntStream.range(0, 30).parallel().forEach(i -> add("many-" + i, "x"));
        add("once-1", "髙橋 𠮷野");
        PlayedPartner.until(() -> rows("many-").size() == 30 && rows("once-").size() == 1);

        settled();

        assertThat(rows("once-")).containsExactly("once-1,髙橋 吉野");
        assertThat(rows("many-")).hasSize(30).doesNotHaveDuplicates();
        assertThat(partner.sent(PARTNER, "NOTE"))
                .allSatisfy(f -> assertThat(f.getFileName().toString()).matches("NOTE_\\d{14}_\\d{6}\\.csv"));
        assertThat(jdbc.sql("select note from partner_message where note is not null and type = 'NOTE'")
                        .query(String.class)
                        .list())
                .containsExactly("once-1: 𠮷 → 吉");
    }

    @Test
    void sendsNothingOfATransactionThatIsRolledBack() throws Exception {
        transaction.executeWithoutResult(status -> {
            outbox.add(PARTNER, "NOTE", "lost-1", null, Map.of("text", "x"));
            status.setRollbackOnly();
        });
        add("kept-1", "x");
        PlayedPartner.until(() -> !rows("kept-").isEmpty());

        assertThat(rows("lost-")).isEmpty();
    }

    @Test
    void queuesWhatADeadPartnerCanNotTakeAndNotifiesStaffUntilItAnswers() throws Exception {
        settled();
        var out = partner.out(PARTNER);
        var away = out.resolveSibling("away");
        Files.move(out, away);
        Files.writeString(out, "no folder");
        add("dead-1", "x");

        PlayedPartner.until(() -> attempts() >= 1);
        for (int i = 0; i < 8 && openTasks().isEmpty(); i++) {
            clock.advance(Duration.ofMinutes(31));
            int before = attempts();
            work.forEach(WorkInFlight::runNow);
            PlayedPartner.until(() -> attempts() > before);
        }
        assertThat(openTasks()).containsExactly("partner-unreachable");
        assertThat(toBeSent()).isEmpty();

        Files.delete(out);
        Files.move(away, out);
        clock.advance(Duration.ofMinutes(31));
        work.forEach(WorkInFlight::runNow);
        PlayedPartner.until(() -> rows("dead-").size() == 1);
        settled();

        assertThat(openTasks()).isEmpty();
        assertThat(rows("dead-")).containsExactly("dead-1,x");
    }

    private void add(String key, String text) {
        transaction.executeWithoutResult(status -> outbox.add(PARTNER, "NOTE", key, null, Map.of("text", text)));
    }

    private void settled() throws InterruptedException {
        PlayedPartner.until(() -> toBeSent().isEmpty());
    }

    /** Other parts of the application may be busy with what the moved clock made due. */
    private List<String> toBeSent() {
        return work.stream()
                .flatMap(w -> w.moving().stream())
                .filter(m -> m.startsWith(PARTNER + ":"))
                .toList();
    }

    private int attempts() {
        return jdbc.sql("select coalesce(max(attempts), 0) from partner_message where state = 'READY'")
                .query(Integer.class)
                .single();
    }

    private List<String> openTasks() {
        return jdbc.sql("select type from task where state = 'OPEN' and type = 'partner-unreachable'")
                .query(String.class)
                .list();
    }

    private List<String> rows(String prefix) {
        try {
            return partner.sent(PARTNER, "NOTE").stream()
                    .flatMap(f -> lines(f).stream())
                    .filter(line -> line.startsWith(prefix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, PlayedPartner.CP932);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
