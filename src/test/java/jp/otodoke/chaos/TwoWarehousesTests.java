package jp.otodoke.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import jp.otodoke.NodesTest;
import jp.otodoke.running.Api;
import jp.otodoke.running.RunningOtodoke;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Orders of ambient, chilled and frozen goods to three doors each leave two warehouses that answer late; customers cancel,
 * hold and change them in any order, and nodes die meanwhile. Each piece has its place at every moment, and afterwards every
 * order can be brought to an end.
 */
@NodesTest
@Tag("chaos")
class TwoWarehousesTests {
    private static final Logger log = LoggerFactory.getLogger(TwoWarehousesTests.class);
    private static final List<String> ENDS = List.of("DELIVERED", "COMPLETED", "CANCELLED");
    private static final int ROUNDS_PER_KILL = 3;
    private static final int DAYS_TO_THE_END = 14;

    /**
     * What brings goods on their way, of the decisions that are offered. A parcel that was not delivered is tried again, never
     * sent anew: it may have arrived meanwhile, and these books don't know goods that were sent twice.
     */
    private static final List<String> DECISIONS = List.of(
            "APPROVE",
            "RESEND",
            "TRY_AGAIN",
            "SHIP_REST",
            "RETRY",
            "WAIT",
            "EARLIEST",
            "REFUNDED",
            "EXPIRED",
            "CALLED",
            "KEEP",
            "LEAVE",
            "LET_GO",
            "SCRAP",
            "DISMISS",
            "AGREED",
            "SEND_AGAIN",
            "DONE");

    @Test
    void eachPieceHasItsPlaceWhateverHappensAndNodesDie() throws IOException {
        long seed = Long.getLong("otodoke.chaos.seed", System.nanoTime());
        int rounds = Integer.getInteger("otodoke.chaos.rounds", 60);
        log.info("What happens is drawn from -Dotodoke.chaos.seed={}", seed);
        try (var world = new TwoNodes("two-warehouses", false)) {
            world.start();
            new Days(world, new Random(seed)).pass(rounds);
        }
        log.info("Survived {} rounds, seed {}", rounds, seed);
    }

    /** What happens to one firm. */
    private static final class Days {
        private final TwoNodes world;
        private final Random random;
        private final PlayedWarehouses warehouses;
        private final ThreeDoorOrders shop;
        private int received;
        private int asked;

        Days(TwoNodes world, Random random) {
            this.world = world;
            this.random = random;
            this.warehouses = new PlayedWarehouses(world.home(), random);
            this.shop = new ThreeDoorOrders(random);
        }

        void pass(int rounds) throws IOException {
            receive(12);
            order(3);
            for (int round = 1; round <= rounds; round++) {
                var dying = round % ROUNDS_PER_KILL == 0 ? aNodeDies() : CompletableFuture.completedFuture(null);
                anything();
                advance(2 + random.nextInt(22));
                dying.join();
                settle();
                check();
            }
            bringToAnEnd();
        }

        private CompletableFuture<Void> aNodeDies() {
            int node = random.nextInt(2);
            int pause = random.nextInt(3_000);
            return CompletableFuture.runAsync(() -> {
                KillTests.pause(pause);
                world.killAndRestart(node);
            });
        }

        private void anything() throws IOException {
            for (int i = 0; i < 6; i++) {
                switch (random.nextInt(6)) {
                    case 0 -> order(1);
                    case 1 -> receive(random.nextInt(5));
                    case 2 -> customer("/cancel", Map.of("reason", "お客様のご都合"));
                    case 3 -> customer("/hold", Map.of("reason", "確認中"));
                    case 4 -> customer("/release", Map.of());
                    default ->
                        customer(
                                "",
                                Map.of(
                                        "delivery",
                                        Map.of(
                                                "date",
                                                today().plusDays(4 + random.nextInt(6))
                                                        .toLocalDate()
                                                        .toString())));
                }
            }
            partners(false);
        }

        private void partners(boolean all) throws IOException {
            warehouses.answerInstructions(today(), all);
            warehouses.answerCancelRequests(today(), all);
            if (all) {
                settle();
            }
            warehouses.ship(today(), all);
            if (all) {
                settle();
            }
            warehouses.track(today(), all);
        }

        private void order(int orders) throws IOException {
            var day = today().toLocalDate().toString();
            var file = shop.file(day, orders);
            ask(api -> api.upload("/imports/orders?format=ec-cube", "orders-" + ++asked + ".csv", file))
                    .orFail();
        }

        private void receive(int pieces) throws IOException {
            received += pieces;
            var name = "stock-" + ++asked + ".csv";
            var file = ThreeDoorOrders.stock(pieces, asked);
            ask(api -> api.upload("/imports/products", name, file)).orFail();
        }

        /** The state of an order may forbid what its customer wants, which is answered by 409 or 422. */
        private void customer(String wish, Map<String, ?> body) throws IOException {
            var all = orders();
            if (all.isEmpty()) {
                return;
            }
            var path = "/orders/"
                    + all.get(random.nextInt(all.size())).path("orderNumber").asString("") + wish;
            var answer = ask(api -> wish.isEmpty() ? api.patch(path, body) : api.post(path, body));
            assertThat(answer.status()).as("%s %s", path, answer.body()).isIn(200, 202, 409, 422);
        }

        private void bringToAnEnd() throws IOException {
            receive(200);
            for (int day = 0; day < DAYS_TO_THE_END; day++) {
                for (var order : orders()) {
                    if (order.path("status").asString("").equals("ON_HOLD")) {
                        ask(api ->
                                api.post("/orders/" + order.path("orderNumber").asString("") + "/release", Map.of()));
                    }
                }
                partners(true);
                settle();
                decide();
                advance(25);
                settle();
            }
            check();
            var open = details().stream()
                    .filter(order -> !ENDS.contains(order.path("status").asString("")))
                    .toList();
            assertThat(open).as("tasks %s", world.books().tasks()).isEmpty();
        }

        /** Nobody is asked what cannot be decided so that all goods go to their doors. */
        private void decide() throws IOException {
            for (var task : items("/tasks")) {
                var offered = task.path("decisions")
                        .valueStream()
                        .map(decision -> decision.path("code").asString(""))
                        .toList();
                var decision = DECISIONS.stream().filter(offered::contains).findFirst();
                assertThat(decision).as("a decision about %s", task).isPresent();
                ask(api -> api.post(
                        "/tasks/" + task.path("id").asString("") + "/complete",
                        Map.of("decision", decision.get(), "comment", "次へ")));
            }
        }

        /** By our own books: each piece of each order is open, shipped or cancelled, and what left is missing in stock. */
        private void check() throws IOException {
            assertThat(warehouses.refused()).isEmpty();
            assertThat(world.books().brokenInvariants()).isEmpty();
            var details = details();
            assertThat(details).hasSize(shop.placed());
            var shipped = new HashMap<PlayedWarehouses.Goods, Integer>();
            var left = new HashMap<String, Integer>();
            for (var order : details) {
                var number = order.path("orderNumber").asString("");
                for (var line : order.path("lines")) {
                    assertThat(line.path("open").asInt()
                                    + line.path("shipped").asInt()
                                    + line.path("cancelled").asInt())
                            .as("%s of %s", line, number)
                            .isEqualTo(line.path("quantity").asInt());
                    var sku = line.path("sku").asString("");
                    int pieces = line.path("shipped").asInt();
                    left.merge(sku, pieces, Integer::sum);
                    if (pieces > 0) {
                        shipped.merge(new PlayedWarehouses.Goods(number, sku), pieces, Integer::sum);
                    }
                }
            }
            assertThat(shipped).containsExactlyInAnyOrderEntriesOf(warehouses.shipped());
            for (var sku : ThreeDoorOrders.PRICES.keySet()) {
                var stock = ask(api -> api.get("/stock?sku=" + sku)).orFail().json();
                assertThat(stock.path("onHand").asInt())
                        .as("stock of %s", sku)
                        .isEqualTo(received - left.getOrDefault(sku, 0));
            }
            inTheirWarehouseAndTemperature();
        }

        private void inTheirWarehouseAndTemperature() {
            warehouses.instructions().values().stream().flatMap(List::stream).forEach(row -> {
                boolean ambient = row.get("item_code").contains("AMBIENT");
                assertThat(row.warehouse()).isEqualTo(ambient ? "warehouse" : "warehouse-cool");
                assertThat(row.get("cool"))
                        .isEqualTo(ambient ? "NONE" : row.get("item_code").substring("TD-".length()));
            });
        }

        private OffsetDateTime today() throws IOException {
            return OffsetDateTime.parse(ask(api -> api.get("/clock"))
                            .orFail()
                            .json()
                            .path("now")
                            .asString(""))
                    .truncatedTo(ChronoUnit.SECONDS);
        }

        private void advance(int hours) throws IOException {
            ask(api -> api.post("/clock", Map.of("advance", "PT" + hours + "H")))
                    .orFail();
        }

        private void settle() throws IOException {
            RunningOtodoke.until(warehouses::allAreTaken, "the files are taken");
            ask(api -> api.get("/demo/idle?timeout=60")).orFail();
        }

        private List<JsonNode> orders() throws IOException {
            return items("/orders");
        }

        private List<JsonNode> details() throws IOException {
            var details = new ArrayList<JsonNode>();
            for (var order : orders()) {
                details.add(ask(api ->
                                api.get("/orders/" + order.path("orderNumber").asString("")))
                        .orFail()
                        .json());
            }
            return details;
        }

        private List<JsonNode> items(String path) throws IOException {
            var items = new ArrayList<JsonNode>();
            for (int page = 0, pages = 1; page < pages; page++) {
                var found = path + "?size=200&page=" + page;
                var answer = ask(api -> api.get(found)).orFail().json();
                answer.path("items").forEach(items::add);
                pages = (answer.at("/page/total").asInt(0) + 199) / 200;
            }
            return items;
        }

        /** Asks another node when one is dead or still busy, until one answers. */
        private Api.Answer ask(Question question) throws IOException {
            long end = System.nanoTime() + RunningOtodoke.PATIENCE.toNanos();
            for (int node = 0; ; node++) {
                try {
                    var answer = question.to(world.api(node));
                    if (answer.status() < 500 || System.nanoTime() > end) {
                        return answer;
                    }
                } catch (IOException e) {
                    if (System.nanoTime() > end) {
                        throw e;
                    }
                }
                KillTests.pause(200);
            }
        }
    }

    private interface Question {
        Api.Answer to(Api node) throws IOException;
    }
}
