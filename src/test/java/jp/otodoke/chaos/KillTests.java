package jp.otodoke.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import jp.otodoke.NodesTest;
import jp.otodoke.running.Books;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two nodes on one database die again and again while orders flow and clerks decide; the database is restarted and
 * killed, the partners' server is dead for a while.
 */
@NodesTest
class KillTests {
    private static final Logger log = LoggerFactory.getLogger(KillTests.class);
    private static final String UNTIL_ALL_ARE_DELIVERED = "P14D";

    @Test
    void losesAndDoublesNothingWhenNodesAndDatabaseDie() throws IOException {
        survive("kill-short", new Plan(3, 60, 3_000, 2, 1, 3));
    }

    @Test
    @Tag("chaos")
    void losesAndDoublesNothingWhenEverythingDiesForLong() throws IOException {
        survive(
                "kill-full",
                new Plan(
                        Integer.getInteger("otodoke.chaos.kills", 20),
                        Integer.getInteger("otodoke.chaos.orders", 300),
                        12_000,
                        5,
                        2,
                        20));
    }

    /**
     * What happens.
     *
     * @param longestPause so many milliseconds at most pass between two blows
     * @param databaseFrom after this kill the database fails for the first time
     * @param databaseFails how often it fails, in turn by a restart and by being killed
     * @param sftpSeconds how long the partners' server is dead
     */
    private record Plan(
            int kills, int orders, int longestPause, int databaseFrom, int databaseFails, int sftpSeconds) {}

    private static void survive(String name, Plan plan) throws IOException {
        long seed = Long.getLong("otodoke.chaos.seed", System.nanoTime());
        log.info("Killing at moments drawn from -Dotodoke.chaos.seed={}", seed);
        var random = new Random(seed);
        long begin = System.nanoTime();
        try (var world = new TwoNodes(name)) {
            world.start();
            try (var life = new OrderTraffic(world, plan.orders(), plan.kills())) {
                for (int kill = 1; kill <= plan.kills(); kill++) {
                    life.allow(kill);
                    pause(random.nextInt(plan.longestPause()));
                    world.killAndRestart(random.nextInt(2));
                    log.info("Kill {}: {} of {} orders answered", kill, life.ordered(), plan.orders());
                    harm(world, plan, kill);
                }
                life.complete();
            }
            world.api()
                    .post("/clock", Map.of("advance", UNTIL_ALL_ARE_DELIVERED))
                    .orFail();
            check(world.books(), plan);
        }
        log.info(
                "Survived {} kills, {} failures of the database with {} orders in {}, seed {}",
                plan.kills(),
                plan.databaseFails(),
                plan.orders(),
                Duration.ofNanos(System.nanoTime() - begin),
                seed);
    }

    private static void harm(TwoNodes world, Plan plan, int kill) {
        int fails = kill - plan.databaseFrom();
        if (fails >= 0 && fails < plan.databaseFails()) {
            if (fails % 2 == 0) {
                world.database().crash();
            } else {
                world.database().restart();
            }
            log.info("The database was away");
        }
        if (kill == plan.databaseFrom() - 1) {
            world.sftp().die();
            pause(TimeUnit.SECONDS.toMillis(plan.sftpSeconds()));
            world.sftp().live();
            log.info("The partners' server was away");
        }
    }

    private static void check(Books books, Plan plan) {
        assertThat(books.count(OrderTraffic.CHANNEL)).isEqualTo(new Books.Count(plan.orders(), plan.orders()));
        assertThat(books.forgotten()).as("tasks %s", books.tasks()).isEmpty();
        assertThat(books.tasks()).isEmpty();
        assertThat(books.reviews()).isEqualTo(new Books.Reviews(plan.orders() / OrderTraffic.REMARK_EVERY, 0));
        assertThat(books.instructedTwice()).isEmpty();
        assertThat(books.instructed()).isEqualTo(books.parcels());
        assertThat(books.cardMistakes()).isZero();
        assertThat(books.capturedTwice()).isZero();
        assertThat(books.brokenInvariants()).isEmpty();
    }

    static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
