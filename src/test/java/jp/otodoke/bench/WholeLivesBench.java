package jp.otodoke.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import jp.otodoke.running.Api;
import jp.otodoke.running.Books;
import jp.otodoke.running.RunningOtodoke;
import jp.otodoke.running.Shoppers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whole lives per second: orders in by the API from four clients (of ten seven are cash on delivery, two by card, one
 * by transfer), through every file over SFTP with the simulated partners, until the last is delivered, wall time with
 * the moves of the clock; on one node, then on two that share the database. Then, on the same database server, the bare
 * engine, the yardstick that stays the same whatever becomes of ours: its own copy of diagrams and tables, empty steps and
 * messages in the same chunks.
 */
@Tag("bench")
class WholeLivesBench {
    /** As many as are measured or more: the virtual machine compiles for minutes, and no firm runs a system that has just started. */
    private static final int WARM_UP = Integer.getInteger("otodoke.bench.warm-up-lives", 2_000);

    private static final int WARM_UP_OF_TWO = 600;
    private static final int LIVES = Integer.getInteger("otodoke.bench.lives", 2_000);
    private static final String BEGIN = "2026-11-24T09:00:00+09:00";
    private static final String SECOND_DAY = "2026-12-07T09:00:00+09:00";
    private static final String THIRD_DAY = "2026-12-14T09:00:00+09:00";
    private static final String FOURTH_DAY = "2026-12-21T09:00:00+09:00";

    @Test
    void measuresWholeLivesBesideTheBareEngine() throws IOException, InterruptedException {
        try (var otodoke = new RunningOtodoke("bench", BEGIN, "-Xmx1500m")) {
            otodoke.start();
            Shoppers.stockUp(otodoke.api());
            wholeLives(List.of(otodoke), "warm-up", BEGIN, WARM_UP, WARM_UP);
            double whole = wholeLives(List.of(otodoke), "WEB", SECOND_DAY, LIVES, WARM_UP + LIVES);
            check(otodoke);
            double shared = withTwoNodes(otodoke);
            otodoke.kill();
            double bare = bareEngine(otodoke);
            line("%-24s %8.2f /s", "whole lives", whole);
            line("%-24s %8.2f /s", "with two nodes", shared);
            line("%-24s %8.2f /s", "bare engine", bare);
            line("%-24s %8.0f %%", "share", 100 * whole / bare);
        }
    }

    /** Orders that come in files of a shop, two thousand each. */
    @Test
    void measuresWholeLivesFromFiles() throws IOException, InterruptedException {
        try (var otodoke = new RunningOtodoke("bench-files", BEGIN, "-Xmx1500m")) {
            otodoke.start();
            Shoppers.stockUp(otodoke.api());
            wholeLives(List.of(otodoke), "warm-up-file", BEGIN, WARM_UP, WARM_UP, this::inOneFile);
            double rate = wholeLives(List.of(otodoke), "FILE", SECOND_DAY, LIVES, WARM_UP + LIVES, this::inOneFile);
            check(otodoke);
            line("%-24s %8.2f /s", "whole lives from files", rate);
        }
    }

    /** Two nodes share database, partners and the machine; nothing may be lost or done twice. */
    private double withTwoNodes(RunningOtodoke first) throws IOException, InterruptedException {
        try (var second = first.another("second")) {
            second.start();
            var both = List.of(first, second);
            int before = WARM_UP + LIVES;
            wholeLives(both, "warm-up-of-two", THIRD_DAY, WARM_UP_OF_TWO, before + WARM_UP_OF_TWO);
            double rate = wholeLives(both, "TWO", FOURTH_DAY, LIVES, before + WARM_UP_OF_TWO + LIVES);
            check(first);
            return rate;
        }
    }

    /** How orders come in. */
    private interface Intake {
        void take(Shoppers shoppers, List<Api> apis, int lives) throws IOException;
    }

    private double wholeLives(List<RunningOtodoke> nodes, String channel, String day, int lives, int total)
            throws IOException, InterruptedException {
        return wholeLives(nodes, channel, day, lives, total, this::oneByOne);
    }

    private double wholeLives(
            List<RunningOtodoke> nodes, String channel, String day, int lives, int total, Intake intake)
            throws IOException, InterruptedException {
        var otodoke = nodes.get(0);
        if (!day.equals(BEGIN)) {
            otodoke.api().post("/clock", Map.of("to", day)).orFail();
        }
        var apis = nodes.stream().map(RunningOtodoke::api).toList();
        var shoppers = new Shoppers(channel, day);
        try (var progress = new Progress(otodoke.dataSource(), total)) {
            intake.take(shoppers, apis, lives);
            for (int days = 0; days < 12 && !progress.complete(); days++) {
                otodoke.api().post("/clock", Map.of("advance", "P1D")).orFail();
            }
            assertThat(new Books(otodoke).notDelivered()).isEmpty();
            Thread.sleep(500);
            return told(channel, lives, progress);
        }
    }

    private void oneByOne(Shoppers shoppers, List<Api> apis, int lives) {
        Clients.inParallel(lives, number -> {
            try {
                shoppers.order(apis.get(number % apis.size()), number).orFail();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void inOneFile(Shoppers shoppers, List<Api> apis, int lives) throws IOException {
        var answer = apis.get(0).upload("/imports/orders?format=generic", "orders.csv", shoppers.file(lives));
        assertThat(answer.orFail().json().path("created").asInt()).isEqualTo(lives);
    }

    private double told(String name, int lives, Progress progress) {
        line(
                "%s: %d orders delivered after %.1f s, %.2f /s",
                name, lives, progress.seconds(), lives / progress.seconds());
        for (var phase : Progress.Phase.values()) {
            line("  %-22s %8.1f s", phase.name().toLowerCase(Locale.ROOT), progress.seconds(phase));
        }
        return lives / progress.seconds();
    }

    private static void check(RunningOtodoke otodoke) {
        var books = new Books(otodoke);
        assertThat(books.instructedTwice()).isEmpty();
        assertThat(books.instructed()).isEqualTo(books.parcels());
        assertThat(books.brokenInvariants()).isEmpty();
    }

    private double bareEngine(RunningOtodoke otodoke) {
        var address = otodoke.newDatabase("bare");
        try (var engine = new BareEngine(address.url(), address.username(), address.password())) {
            drive(engine, keys("W", WARM_UP));
            long begin = System.nanoTime();
            drive(engine, keys("A", LIVES));
            double seconds = (System.nanoTime() - begin) / 1e9;
            assertThat(engine.alive()).isZero();
            return LIVES / seconds;
        }
    }

    private void drive(BareEngine engine, List<String> keys) {
        var times = new ArrayList<String>();
        timed(times, "intake", () -> Clients.inParallel(keys.size(), number -> engine.place(keys.get(number - 1))));
        timed(times, "preparation", () -> {
            engine.settle();
            engine.pay(keys);
        });
        timed(times, "wave", () -> engine.release(keys));
        timed(times, "acknowledgement", () -> engine.tell("acknowledged", keys));
        timed(times, "result", () -> engine.tell("shipped", keys));
        timed(times, "tracking", () -> engine.arrive(keys));
        line("bare engine, %d pairs: %s", keys.size(), String.join(", ", times));
    }

    private static void timed(List<String> times, String what, Runnable work) {
        long begin = System.nanoTime();
        work.run();
        times.add("%s %.1f s".formatted(what, (System.nanoTime() - begin) / 1e9));
    }

    private static List<String> keys(String prefix, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> "%s%08d".formatted(prefix, number))
                .toList();
    }

    private void line(String format, Object... values) {
        System.out.println(format.formatted(values));
    }
}
