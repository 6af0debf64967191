package jp.otodoke.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import jp.otodoke.running.Books;
import jp.otodoke.running.RunningOtodoke;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long people wait for a page of a big firm: twenty requests a second, sent at their times, while two orders a
 * second come in by the API, are checked, packed, shipped and delivered by the simulated partners as the clock goes on.
 * The generated database stays in its folder for the next run.
 */
@Tag("bench")
class RequestBench {
    private static final String CLOCK = "2026-11-24T09:00:00+09:00";
    private static final Path FOLDER = Path.of(System.getProperty("otodoke.bench.folder", "target/bench-firm"));
    private static final long CUSTOMERS = Long.getLong("otodoke.bench.customers", 1_000_000);
    private static final long LINES = Long.getLong("otodoke.bench.lines", 10_000_000);
    private static final long TASKS = Long.getLong("otodoke.bench.tasks", 100_000);
    private static final long SECONDS = Long.getLong("otodoke.bench.seconds", 180);
    /** The first minutes after the start are measured too: people come at nine, when it was started at half past eight. */
    private static final long FIRST = Long.getLong("otodoke.bench.first", 300);

    /** Options of the virtual machine, to compare with and without one. */
    private static final String[] OPTIONS =
            System.getProperty("otodoke.bench.options", "-Xmx1500m").split(" ");

    /** What a node does by itself before it says that it is ready. */
    private static final String WARM_UP_BEFORE = System.getProperty("otodoke.bench.before", "6s");

    private static final long WARM_UP = Long.getLong("otodoke.bench.warm-up", 600);
    private static final int OPERATORS = 12;
    /** A second. A machine that can't do twenty is asked for as much less as it is slower, and the line says so. */
    private static final double REQUESTS = Double.parseDouble(System.getProperty("otodoke.bench.requests", "20"));

    private static final double ORDERS = Double.parseDouble(System.getProperty("otodoke.bench.orders", "2"));

    @Test
    void measuresWhatPeopleWaitFor() throws IOException, InterruptedException {
        GeneratedFirm.in(FOLDER, CLOCK, CUSTOMERS, LINES, TASKS);
        try (var otodoke = RunningOtodoke.keptIn(FOLDER, CLOCK, OPTIONS).with("OTODOKE_WARM_UP", WARM_UP_BEFORE)) {
            otodoke.start();
            var mix = new Mix(OPERATORS, otodoke.address(), otodoke.database());
            var first = run(otodoke, mix, FIRST);
            System.out.printf("in the first %d s after the start%n", FIRST);
            first.table().forEach(System.out::println);
            run(otodoke, mix, WARM_UP);
            var measured = run(otodoke, mix, SECONDS);
            System.out.printf("after %d s%n", FIRST + WARM_UP);
            measured.table().forEach(System.out::println);
            assertThat(first.failures()).isEmpty();
            assertThat(measured.failures()).isEmpty();
            otodoke.api().get("/demo/idle?timeout=120");
            assertThat(new Books(otodoke).brokenInvariants()).isEmpty();
        }
    }

    private static Latencies run(RunningOtodoke otodoke, Mix mix, long seconds) throws InterruptedException {
        var latencies = new Latencies();
        var over = new AtomicBoolean();
        var time = new Thread(() -> goOn(otodoke, over), "time");
        time.start();
        try (var people = new OpenLoop(latencies);
                var shop = new OpenLoop(latencies)) {
            shop.send(List.of(new Mix.Kind("order by API", 1, () -> order(otodoke, mix))), ORDERS, seconds);
            people.send(mix.kinds(), REQUESTS, seconds);
        }
        over.set(true);
        time.join();
        return latencies;
    }

    private static void order(RunningOtodoke otodoke, Mix mix) throws IOException {
        otodoke.api()
                .post(
                        "/orders",
                        Map.of(
                                "channel", "WEB",
                                "customer", Map.of("number", mix.anyCustomer()),
                                "payment", Map.of("method", "CASH_ON_DELIVERY"),
                                "lines",
                                        List.of(
                                                Map.of("sku", mix.anyGoods(), "quantity", 1),
                                                Map.of("sku", mix.anyGoods(), "quantity", 2))))
                .orFail();
    }

    /** Three hours every ten seconds, so that parcels leave and arrive all the time. */
    private static void goOn(RunningOtodoke otodoke, AtomicBoolean over) {
        while (!over.get()) {
            try {
                Thread.sleep(10_000);
                otodoke.api().post("/clock", Map.of("advance", "PT3H"));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
