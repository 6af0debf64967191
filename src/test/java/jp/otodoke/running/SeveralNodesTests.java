package jp.otodoke.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two demos in one folder share everything, and either of them may end. */
class SeveralNodesTests {
    private static final String BEGIN = "2026-11-24T09:00:00+09:00";

    @Test
    void theSecondNodeGoesOnWithDatabaseAndPartnersWhenTheFirstIsKilled() throws IOException {
        try (var first = new RunningOtodoke("nodes", BEGIN, "-Xmx600m", "-XX:TieredStopAtLevel=1");
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
        }
    }
}
