package jp.otodoke.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import jp.otodoke.NodesTest;
import jp.otodoke.running.Api;
import jp.otodoke.running.Books;
import jp.otodoke.running.RunningOtodoke;
import jp.otodoke.running.Shoppers;
import org.junit.jupiter.api.Test;

/** Two demos in one folder share everything, and either of them may end. */
@NodesTest
class SeveralNodesTests {
    private static final String BEGIN = "2026-11-24T09:00:00+09:00";

    private static final String AN_UPLOAD =
            """
            sku,name,kind,tax_class,unit_price,stock_keeping,initial_stock
            HF-001,青汁三十包 新包装,GOODS,REDUCED,3000,true,0
            """;

    private static final String A_RECEIPT =
            """
            sku,name,kind,tax_class,unit_price,stock_keeping,initial_stock
            HF-009,入荷待ちの青汁,GOODS,REDUCED,3000,true,%d
            """;

    @Test
    void theSecondNodeGoesOnWithDatabaseAndPartnersWhenTheFirstIsKilled() throws IOException, SQLException {
        try (var first = new RunningOtodoke(
                                "nodes", BEGIN, "-Xmx600m", "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=240m")
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

            killWhenNewsIsBookedAndNobodyWokenYet(first, second, shoppers);
            second.api().post("/clock", Map.of("advance", "P9D")).orFail();

            var books = new Books(second);
            assertThat(books.notDelivered()).as("tasks %s", books.tasks()).isEmpty();
            assertThat(books.instructedTwice()).isEmpty();
            assertThat(books.brokenInvariants()).isEmpty();
            assertThat(second.log()).contains("this node takes over");

            answersWhatIsUnderWayWhenItIsStopped(second);
            showsCasesButNoCustomer(first.log() + second.log());
        }
    }

    /**
     * An order waits for stock, and the test holds its case: the node that books the receipt has committed it and is about to
     * wake the case when it dies.
     */
    private static void killWhenNewsIsBookedAndNobodyWokenYet(
            RunningOtodoke node, RunningOtodoke other, Shoppers shoppers) throws IOException, SQLException {
        upload(node.api(), A_RECEIPT.formatted(0)).join().orFail();
        var order = shoppers.orderOf("HF-009", node.api(), 11).orFail().json();
        assertThat(order.get("status").asString()).isEqualTo("AWAITING_STOCK");
        var number = order.get("orderNumber").asString();

        try (var holding = node.dataSource().getConnection()) {
            holding.setAutoCommit(false);
            holding.createStatement()
                    .execute("select id_ from act_ru_execution where business_key_ = '" + number + "' for update");
            var receipt = upload(node.api(), A_RECEIPT.formatted(5));
            RunningOtodoke.until(() -> isToBeWoken(node, number), "the receipt is booked");
            node.kill();
            holding.rollback();
            assertThat(receipt).failsWithin(RunningOtodoke.PATIENCE);
        }
        RunningOtodoke.until(() -> !isToBeWoken(other, number), "the other node has woken the case");
    }

    private static boolean isToBeWoken(RunningOtodoke node, String order) {
        return node.database()
                .sql("select exists (select from process_wake_up where business_key = ?)")
                .param(order)
                .query(Boolean.class)
                .single();
    }

    /** The upload waits for a row that the test holds, so that it is under way for certain when the stop begins. */
    private static void answersWhatIsUnderWayWhenItIsStopped(RunningOtodoke node) throws SQLException {
        try (var holding = node.dataSource().getConnection()) {
            holding.setAutoCommit(false);
            holding.createStatement().execute("select sku from product where sku = 'HF-001' for update");
            var answer = upload(node.api(), AN_UPLOAD);
            RunningOtodoke.until(() -> waitsForARow(node), "the upload waits");

            var stopping = CompletableFuture.runAsync(node::stop);
            RunningOtodoke.until(() -> !node.listens(), "the stop has begun");
            assertThat(answer).as("the request is still under way").isNotDone();
            holding.rollback();

            assertThat(answer)
                    .succeedsWithin(RunningOtodoke.PATIENCE)
                    .extracting(Api.Answer::status)
                    .isEqualTo(200);
            assertThat(stopping).succeedsWithin(RunningOtodoke.PATIENCE);
        }
    }

    private static CompletableFuture<Api.Answer> upload(Api api, String products) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return api.upload("/imports/products", "products.csv", products.replace("\n", "\r\n"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static boolean waitsForARow(RunningOtodoke node) {
        return node.database()
                .sql(
                        "select exists (select from pg_stat_activity where wait_event_type = 'Lock' and query ilike '%product%')")
                .query(Boolean.class)
                .single();
    }

    private static void showsCasesButNoCustomer(String log) {
        assertThat(log.lines().filter(line -> line.contains("@timestamp")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).startsWith("{").endsWith("}"));
        for (int number = 1; number <= 10; number++) {
            assertThat(log).doesNotContain(Shoppers.personalData("WEB", number));
        }
    }
}
