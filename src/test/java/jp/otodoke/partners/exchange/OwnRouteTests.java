package jp.otodoke.partners.exchange;

import static jp.otodoke.partners.exchange.PairsSetup.OWN_ROUTE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A file in a folder with the partner's name takes the place of the template, in the direction whose route it holds. */
@RoutesTest
class OwnRouteTests {
    private static final Path FILES = Path.of("target", "own-route");

    private final PlayedPartner partner;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final CamelContext camel;

    @Autowired
    OwnRouteTests(PlayedPartner partner, Outbox outbox, TransactionTemplate transaction, CamelContext camel) {
        this.partner = partner;
        this.outbox = outbox;
        this.transaction = transaction;
        this.camel = camel;
    }

    @Test
    void isTakenByTheFilesForThePartner() throws Exception {
        var key = UUID.randomUUID().toString();

        transaction.executeWithoutResult(
                status -> outbox.add(OWN_ROUTE, "NOTE", key, null, Map.of("text", "by its own route")));

        PlayedPartner.until(() -> arrived(key));
        assertThat(partner.sent(OWN_ROUTE, "NOTE")).isEmpty();
    }

    @Test
    void leavesTheOtherDirectionToTheTemplate() {
        assertThat(camel.getRoute("own-route-in").getEndpoint().getEndpointUri())
                .startsWith("sftp:");
    }

    private static boolean arrived(String key) {
        if (!Files.isDirectory(FILES)) {
            return false;
        }
        try (var files = Files.list(FILES)) {
            return files.filter(file -> file.getFileName().toString().startsWith("127.0.0.1-NOTE_"))
                    .anyMatch(file -> text(file).contains(key));
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
}
