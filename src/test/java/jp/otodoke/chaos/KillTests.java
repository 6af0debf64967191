package jp.otodoke.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import jp.otodoke.running.Api;
import jp.otodoke.running.Books;
import jp.otodoke.running.RunningOtodoke;
import jp.otodoke.running.Shoppers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process dies again and again while orders flow; each time it is started on what it has left behind. */
class KillTests {
    private static final Logger log = LoggerFactory.getLogger(KillTests.class);
    private static final String BEGIN = "2026-11-24T09:00:00+09:00";
    private static final String END = "2026-12-12T09:00:00+09:00";
    private static final String CHANNEL = "WEB";

    @Test
    void losesAndDoublesNothingWhenKilledFiveTimes() throws IOException {
        surviveKills(5, 100, 3_000);
    }

    @Test
    @Tag("chaos")
    void losesAndDoublesNothingWhenKilledThirtyTimes() throws IOException {
        surviveKills(30, 600, 12_000);
    }

    /**
     * @param longestLife so many milliseconds at most pass between some order of this life and its end
     */
    private static void surviveKills(int kills, int orders, int longestLife) throws IOException {
        long seed = Long.getLong("otodoke.chaos.seed", System.nanoTime());
        log.info("Killing at moments drawn from -Dotodoke.chaos.seed={}", seed);
        var random = new Random(seed);
        try (var otodoke = new RunningOtodoke("kill" + kills, BEGIN, "-Xmx768m", "-XX:TieredStopAtLevel=1")) {
            otodoke.start();
            Shoppers.stockUp(otodoke.api());
            try (var world = new World(otodoke.api(), orders, kills)) {
                for (int life = 1; life <= kills; life++) {
                    world.order(life, random);
                    sleep(random.nextInt(longestLife));
                    otodoke.kill();
                    log.info("Killed for the {}. time, {} of {} orders answered", life, world.answered(), orders);
                    otodoke.start();
                }
                world.complete();
            }
            otodoke.api().post("/clock", Map.of("to", END)).orFail();
            check(new Books(otodoke), orders);
        }
    }

    private static void check(Books books, int orders) {
        assertThat(books.count(CHANNEL)).isEqualTo(new Books.Count(orders, orders));
        assertThat(books.forgotten()).as("tasks %s", books.tasks()).isEmpty();
        assertThat(books.tasks()).isEmpty();
        assertThat(books.instructedTwice()).isEmpty();
        assertThat(books.instructed()).isEqualTo(books.parcels());
        assertThat(books.cardMistakes()).isZero();
        assertThat(books.capturedTwice()).isZero();
        assertThat(books.brokenInvariants()).isEmpty();
    }

    private static void sleep(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Time that passes and customers who order, and who order again when they get no answer. */
    private static final class World implements AutoCloseable {
        private static final String STEP = "PT5H";

        private final Api api;
        private final int orders;
        private final int lives;
        private final Shoppers shoppers = new Shoppers(CHANNEL, BEGIN);
        private final AtomicInteger allowed = new AtomicInteger();
        private final AtomicInteger answered = new AtomicInteger();
        private final java.util.concurrent.ExecutorService threads = Executors.newFixedThreadPool(2);
        private final CompletableFuture<Void> ordering;
        private final CompletableFuture<Void> passing;
        private volatile boolean over;

        World(Api api, int orders, int kills) {
            this.api = api;
            this.orders = orders;
            this.lives = kills;
            this.ordering = CompletableFuture.runAsync(this::orderAll, threads);
            this.passing = CompletableFuture.runAsync(this::passTime, threads);
        }

        /** In each life some more people order; returns when some of them have. */
        void order(int life, Random random) {
            int before = orders * (life - 1) / lives;
            int all = orders * life / lives;
            int some = before + random.nextInt(all - before + 1);
            allowed.set(all);
            while (answered.get() < some && !ordering.isDone()) {
                sleep(20);
            }
        }

        int answered() {
            return answered.get();
        }

        void complete() {
            ordering.join();
            over = true;
            passing.join();
        }

        private void orderAll() {
            for (int number = 1; number <= orders && !over; number++) {
                while (!over && (number > allowed.get() || !ordered(number))) {
                    sleep(50);
                }
                answered.set(number);
            }
        }

        private boolean ordered(int number) {
            try {
                var answer = shoppers.order(api, number);
                assertThat(answer.status()).as(answer.body()).isIn(200, 201);
                return true;
            } catch (IOException e) {
                return false;
            }
        }

        private void passTime() {
            while (!over) {
                try {
                    var answer = api.post("/clock", Map.of("advance", STEP));
                    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
                } catch (IOException e) {
                    sleep(50);
                }
            }
        }

        @Override
        public void close() {
            over = true;
            threads.shutdownNow();
        }
    }
}
