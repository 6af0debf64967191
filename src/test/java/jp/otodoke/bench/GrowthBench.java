package jp.otodoke.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.otodoke.running.RunningOtodoke;
import jp.otodoke.running.Shoppers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What ten times the history costs: the same orders from the API to the door, and the same pages one after the other,
 * in a firm with a tenth of the customers and order lines and then in the whole firm. Both generated databases stay in
 * their folders for the next run.
 */
@Tag("bench")
class GrowthBench {
    private static final String CLOCK = "2026-11-24T09:00:00+09:00";
    private static final String SECOND_DAY = "2026-12-07T09:00:00+09:00";
    private static final Path FOLDER = Path.of(System.getProperty("otodoke.bench.folder", "target/bench-firm"));
    private static final long CUSTOMERS = Long.getLong("otodoke.bench.customers", 1_000_000);
    private static final long LINES = Long.getLong("otodoke.bench.lines", 10_000_000);
    private static final long TASKS = Long.getLong("otodoke.bench.tasks", 100_000);
    private static final int LIVES = Integer.getInteger("otodoke.bench.lives", 1_000);
    private static final int ROUNDS = 60;
    private static final int WARM_ROUNDS = 100;

    @Test
    void measuresTenTimesTheHistory() throws IOException, InterruptedException {
        var tenth = measure(FOLDER.resolveSibling(FOLDER.getFileName() + "-tenth"), 10);
        var whole = measure(FOLDER, 1);
        System.out.println("| what | tenth, ms | whole, ms | times |");
        System.out.println("|---|---|---|---|");
        tenth.forEach((what, millis) -> {
            double then = whole.getOrDefault(what, Double.NaN);
            System.out.printf("| %s | %.1f | %.1f | %.2f |%n", what, millis, then, then / millis);
        });
    }

    /** Milliseconds of one life and of the median page of each kind. */
    private static Map<String, Double> measure(Path folder, long part) throws IOException, InterruptedException {
        var measured = new LinkedHashMap<String, Double>();
        GeneratedFirm.in(folder, CLOCK, CUSTOMERS / part, LINES / part, TASKS / part);
        try (var otodoke = RunningOtodoke.keptIn(folder, CLOCK, "-Xmx1500m")) {
            otodoke.start();
            Shoppers.stockUp(otodoke.api());
            // A channel of this run, as the folder keeps the orders of earlier ones.
            var run = Long.toString(System.currentTimeMillis() / 1000, Character.MAX_RADIX);
            lives(otodoke, "warm-up-" + run, CLOCK);
            measured.put("life", lives(otodoke, "growth-" + run, SECOND_DAY));
            var mix = new Mix(3, otodoke.address(), otodoke.database());
            for (var kind : mix.kinds()) {
                rounds(kind, WARM_ROUNDS);
                measured.put(kind.name(), rounds(kind, ROUNDS).median(kind.name()));
            }
        }
        return measured;
    }

    private static Latencies rounds(Mix.Kind kind, int rounds) throws IOException, InterruptedException {
        var latencies = new Latencies();
        for (int i = 0; i < rounds; i++) {
            long begin = System.nanoTime();
            kind.request().send();
            latencies.took(kind.name(), System.nanoTime() - begin);
        }
        return latencies;
    }

    /** Milliseconds of wall time for each of these orders, placed by four clients, until all are delivered. */
    private static double lives(RunningOtodoke otodoke, String channel, String day) throws IOException {
        if (!day.equals(CLOCK)) {
            // Refused where the time of the folder is beyond that day already, which is as good.
            otodoke.api().post("/clock", Map.of("to", day));
        }
        var shoppers = new Shoppers(channel, day);
        long begin = System.nanoTime();
        Clients.inParallel(LIVES, number -> place(shoppers, otodoke, number));
        for (int days = 0; days < 14 && delivered(otodoke, channel) < LIVES; days++) {
            otodoke.api().post("/clock", Map.of("advance", "P1D")).orFail();
        }
        assertThat(delivered(otodoke, channel)).isEqualTo(LIVES);
        return (System.nanoTime() - begin) / 1e6 / LIVES;
    }

    private static long delivered(RunningOtodoke otodoke, String channel) {
        return otodoke.database()
                .sql("select count(*) from orders where channel = ? and status in ('DELIVERED', 'COMPLETED')")
                .param(channel)
                .query(Long.class)
                .single();
    }

    private static void place(Shoppers shoppers, RunningOtodoke otodoke, int number) {
        try {
            shoppers.order(otodoke.api(), number).orFail();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
