package jp.otodoke.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.otodoke.NodesTest;
import org.junit.jupiter.api.Test;

/** Two demos in one folder share everything, and either of them may end. */
@NodesTest
class SeveralNodesTests {
    private static final String BEGIN = "2026-11-24T09:00:00+09:00";

    private static final String MANY_PRODUCTS = IntStream.rangeClosed(1, 20_000)
            .mapToObj(number -> "MANY-" + number + ",青汁,GOODS,REDUCED,3000,false,0")
            .collect(Collectors.joining(
                    "\r\n", "sku,name,kind,tax_class,unit_price,stock_keeping,initial_stock\r\n", "\r\n"));

    @Test
    void theSecondNodeGoesOnWithDatabaseAndPartnersWhenTheFirstIsKilled() throws IOException {
        try (var first = new RunningOtodoke("nodes", BEGIN, "-Xmx600m", "-XX:TieredStopAtLevel=1")
                        .with("LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs");
                var second = first.another("second")) {
            first.start();
            Shoppers.stockUp(first.api());
            second.start();
            var shoppers = new Shoppers("WEB", BEGIN);
            for (int number = 1; number <= 10; number++) {
                shoppers.order(number % 2 == 0 ? first.api() : second.api(), number)
                        .orFail();
            }

            first.kill();
            second.api().post("/clock", Map.of("advance", "P9D")).orFail();

            var books = new Books(second);
            assertThat(books.notDelivered()).as("tasks %s", books.tasks()).isEmpty();
            assertThat(books.instructedTwice()).isEmpty();
            assertThat(books.brokenInvariants()).isEmpty();
            assertThat(second.log()).contains("this node goes on with it");

            answersWhatIsUnderWayWhenItIsStopped(second);
            tellsOfCasesButOfNoCustomer(first.log() + second.log());
        }
    }

    private static void answersWhatIsUnderWayWhenItIsStopped(RunningOtodoke node) {
        var api = node.api();
        var answer = CompletableFuture.supplyAsync(() -> {
            try {
                return api.upload("/imports/products", "products.csv", MANY_PRODUCTS);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        RunningOtodoke.pause(300);

        assertThat(answer).as("the request is still under way").isNotDone();
        node.stop();
        assertThat(answer)
                .succeedsWithin(Duration.ofSeconds(1))
                .extracting(Api.Answer::status)
                .isEqualTo(200);
    }

    private static void tellsOfCasesButOfNoCustomer(String log) {
        assertThat(log.lines().filter(line -> line.contains("@timestamp")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).startsWith("{").endsWith("}"));
        for (int number = 1; number <= 10; number++) {
            assertThat(log).doesNotContain(Shoppers.personalData("WEB", number));
        }
    }
}
