package jp.otodoke.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import jp.otodoke.running.Shoppers;

/**
 * Time that passes, customers who order again when they get no answer, and two clerks who decide the same tasks through
 * different nodes.
 */
class OrderTraffic implements AutoCloseable {
    static final String CHANNEL = "WEB";
    static final int REMARK_EVERY = 6;
    private static final String STEP = "PT5H";

    /** Twelve days: a longer absence of the agency's money would rightly be a task. */
    private static final int STEPS = 58;

    private static final int CLERKS = 2;

    private final TwoNodes world;
    private final int orders;
    private final int stages;
    private final Shoppers shoppers = new Shoppers(CHANNEL, TwoNodes.BEGIN).withRemarks(REMARK_EVERY);
    private final AtomicInteger allowed = new AtomicInteger();
    private final AtomicInteger ordered = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(2 + CLERKS);
    private final CompletableFuture<Void> ordering;
    private final CompletableFuture<Void> others;
    private volatile boolean over;

    OrderTraffic(TwoNodes world, int orders, int stages) {
        this.world = world;
        this.orders = orders;
        this.stages = stages;
        ordering = CompletableFuture.runAsync(this::orderAll, threads);
        others = CompletableFuture.allOf(
                CompletableFuture.runAsync(this::passTime, threads),
                CompletableFuture.runAsync(() -> decide(0), threads),
                CompletableFuture.runAsync(() -> decide(1), threads));
    }

    /** In each stage some more people order. */
    void allow(int stage) {
        allowed.set(orders * stage / stages);
    }

    int ordered() {
        return ordered.get();
    }

    /** Returns when the last order is in and nothing is left to decide. */
    void complete() throws IOException {
        allowed.set(orders);
        ordering.join();
        while (openTasks() > 0 || waitingForReview() > 0) {
            assertThat(others.isCompletedExceptionally()).isFalse();
            KillTests.pause(200);
        }
        over = true;
        others.join();
    }

    private long openTasks() throws IOException {
        return world.api(0)
                .get("/tasks?type=review-order&size=1")
                .orFail()
                .json()
                .at("/page/total")
                .asLong();
    }

    /** Orders that have not reached their check yet may still become a task. */
    private long waitingForReview() {
        return world.books().unchecked();
    }

    private void orderAll() {
        for (int number = 1; number <= orders && !over; number++) {
            int node = number;
            while (!over && (number > allowed.get() || !order(number, node++))) {
                KillTests.pause(50);
            }
            ordered.set(number);
        }
    }

    private boolean order(int number, int node) {
        try {
            var answer = shoppers.order(world.api(node), number);
            return known(answer.status(), 200, 201);
        } catch (IOException e) {
            return false;
        }
    }

    private void passTime() {
        int node = 0;
        int steps = 0;
        while (!over && steps < STEPS) {
            try {
                var answer = world.api(node++).post("/clock", Map.of("advance", STEP));
                if (known(answer.status(), 200)) {
                    steps++;
                }
            } catch (IOException e) {
                KillTests.pause(50);
            }
        }
    }

    private void decide(int node) {
        while (!over) {
            try {
                for (var task : world.api(node).get("/tasks?size=200").json().path("items")) {
                    var decision = task.path("type").asString("").equals("review-order") ? "APPROVE" : null;
                    if (decision != null) {
                        var answer = world.api(node)
                                .post(
                                        "/tasks/" + task.path("id").asString("") + "/complete",
                                        Map.of("decision", decision));
                        // 409: the colleague was first.
                        known(answer.status(), 200, 404, 409);
                    }
                }
            } catch (IOException e) {
                // That node is dead, or dies.
            }
            KillTests.pause(100);
        }
    }

    /** Who can't work for now says so; whatever else is wrong fails the test. */
    private static boolean known(int status, int... expected) {
        for (int good : expected) {
            if (status == good) {
                return true;
            }
        }
        assertThat(status).isGreaterThanOrEqualTo(500);
        KillTests.pause(200);
        return false;
    }

    @Override
    public void close() {
        over = true;
        threads.shutdownNow();
        try {
            threads.awaitTermination(10, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
