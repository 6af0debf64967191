package jp.otodoke.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.otodoke.NodesTest;
import jp.otodoke.running.Api;
import jp.otodoke.running.Books;
import jp.otodoke.running.RunningOtodoke;
import jp.otodoke.running.Shoppers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** Each simulated partner fails in each way it can while orders flow; then it is well again, and so is everything else. */
@NodesTest
@TestInstance(Lifecycle.PER_CLASS)
class FaultTests {
    private static final String BEGIN = "2026-11-24T09:00:00+09:00";
    private static final List<String> PARTNERS = List.of("warehouse", "carrier", "bank", "card", "shop");
    private static final List<String> FAULTS =
            List.of("slow", "dead", "duplicate", "half-file", "wrong-totals", "wrong-encoding", "answer-lost");

    /** Files that can't be read as they should be are put aside and shown to somebody. */
    private static final List<String> SPOILT = List.of("half-file", "wrong-totals", "wrong-encoding");

    private static final int ORDERS = 10;

    private final RunningOtodoke otodoke = new RunningOtodoke(
            "faults",
            BEGIN,
            "-Xmx768m",
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=240m",
            "-Dotodoke.card.timeout=PT0.25S",
            "-Dotodoke.card.simulated-delay=PT0.5S");

    @BeforeAll
    void start() throws IOException {
        otodoke.start();
        Shoppers.stockUp(otodoke.api());
    }

    @AfterAll
    void stop() {
        otodoke.close();
    }

    static Stream<Arguments> faults() {
        return PARTNERS.stream().flatMap(partner -> FAULTS.stream().map(fault -> Arguments.of(partner, fault)));
    }

    /** What partners do most, and what is worst of each. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "warehouse, dead",
        "warehouse, duplicate",
        "warehouse, half-file",
        "warehouse, answer-lost",
        "carrier, duplicate",
        "carrier, wrong-encoding",
        "bank, half-file",
        "bank, wrong-totals",
        "card, slow",
        "card, dead",
        "card, answer-lost",
        "shop, half-file"
    })
    void losesAndDoublesNothingAndHeals(String partner, String fault) throws IOException {
        survive(partner, fault);
    }

    @Tag("chaos")
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("faults")
    void losesAndDoublesNothingAndHealsFromEachFaultOfEachPartner(String partner, String fault) throws IOException {
        survive(partner, fault);
    }

    private void survive(String partner, String fault) throws IOException {
        var api = otodoke.api();
        var books = new Books(otodoke);

        turn(partner, fault, true);
        var channel = order(api, partner, fault);
        api.post("/clock", Map.of("advance", concerned(partner))).orFail();
        var seen = new TreeSet<>(books.taskTypes());
        LoggerFactory.getLogger(getClass()).info("{} {}: tasks {}", partner, fault, seen);
        turn(partner, fault, false);
        heal(api, books);

        if (SPOILT.contains(fault) && !partner.equals("card")) {
            assertThat(seen).containsAnyOf("file-refused", "record-rejected", "row-rejected", "bank-row-rejected");
        }
        if (!partner.equals("shop")) {
            assertThat(books.count(channel)).isEqualTo(new Books.Count(ORDERS, ORDERS));
        }
        assertThat(books.notDelivered()).as("after %s", books.tasks()).isEmpty();
        assertThat(books.instructedTwice()).isEmpty();
        assertThat(books.instructed()).isEqualTo(books.parcels());
        assertThat(books.cardMistakes()).isZero();
        assertThat(books.capturedTwice()).isZero();
        assertThat(books.brokenInvariants()).isEmpty();
    }

    /** Day by day, until nothing is left to do: everything is well after a week at the latest. */
    private static void heal(Api api, Books books) throws IOException {
        api.post("/clock", Map.of("advance", "P1D")).orFail();
        for (int days = 1; days < 8 && !books.notDelivered().isEmpty(); days++) {
            api.post("/clock", Map.of("advance", "P1D")).orFail();
        }
    }

    /** After so long the partner has had its part in the orders' lives. */
    private static String concerned(String partner) {
        return switch (partner) {
            case "carrier" -> "P3D";
            case "bank" -> "P2D";
            // Time enough for a result that stays unknown to reach a person; each further hour asks once more.
            case "card" -> "PT8H";
            default -> "P1D";
        };
    }

    /** People order at the shop when it is about the shop, otherwise with us; returns the channel. */
    private static String order(Api api, String partner, String fault) throws IOException {
        if (partner.equals("shop")) {
            api.post("/demo/shop/orders", Map.of("count", ORDERS)).orFail();
            return "generic";
        }
        var channel = partner + "-" + fault;
        var shoppers = new Shoppers(channel, BEGIN);
        for (int number = 1; number <= ORDERS; number++) {
            shoppers.order(api, number).orFail();
        }
        return channel;
    }

    private void turn(String partner, String fault, boolean on) throws IOException {
        otodoke.api()
                .post("/demo/faults", Map.of("partner", partner, "fault", fault, "on", on))
                .orFail();
    }
}
