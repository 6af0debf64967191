package jp.otodoke.platform.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import jp.otodoke.UnitTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@UnitTest
class ReadingTurnFilterTests {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final ExecutorService requests = Executors.newCachedThreadPool();
    private final List<String> begun = new CopyOnWriteArrayList<>();
    private final CountDownLatch answer = new CountDownLatch(1);

    @AfterEach
    void end() {
        answer.countDown();
        requests.shutdownNow();
    }

    @Test
    void noMoreReadAtOnceThanHaveATurn() throws Exception {
        var filter = new ReadingTurnFilter(2, LONG);
        var first = List.of(read(filter, "/orders"), read(filter, "/inbox"));
        awaitBegun(2);
        var third = read(filter, "/products");

        Thread.sleep(100);
        assertThat(begun).doesNotContain("/products");

        answer.countDown();
        for (var request : first) {
            request.get(10, TimeUnit.SECONDS);
        }
        third.get(10, TimeUnit.SECONDS);
        assertThat(begun).endsWith("/products");
    }

    @Test
    void whoHasWaitedLongEnoughGoesOn() throws Exception {
        var filter = new ReadingTurnFilter(1, Duration.ofMillis(50));
        read(filter, "/orders");
        awaitBegun(1);

        read(filter, "/inbox");

        awaitBegun(2);
    }

    @Test
    void changesAndFilesOfPagesNeedNoTurn() throws Exception {
        var filter = new ReadingTurnFilter(1, LONG);
        read(filter, "/orders");
        awaitBegun(1);

        send(filter, "POST", "/orders/new");
        read(filter, "/css/otodoke.css");

        awaitBegun(3);
    }

    @Test
    void whatFailsGivesItsTurnBack() throws Exception {
        var filter = new ReadingTurnFilter(1, LONG);
        for (int i = 0; i < 3; i++) {
            var failing = requests.submit(() -> {
                filter.doFilter(
                        new MockHttpServletRequest("GET", "/orders"),
                        new MockHttpServletResponse(),
                        (request, response) -> {
                            throw new IllegalStateException("a fault");
                        });
                return null;
            });
            assertThat(failing).failsWithin(Duration.ofSeconds(10));
        }
    }

    private Future<?> read(ReadingTurnFilter filter, String path) {
        return send(filter, "GET", path);
    }

    private Future<?> send(ReadingTurnFilter filter, String method, String path) {
        return requests.submit(() -> {
            filter.doFilter(
                    new MockHttpServletRequest(method, path), new MockHttpServletResponse(), (request, response) -> {
                        begun.add(path);
                        try {
                            answer.await();
                        } catch (InterruptedException stopped) {
                            Thread.currentThread().interrupt();
                        }
                    });
            return null;
        });
    }

    private void awaitBegun(int count) throws InterruptedException {
        for (int i = 0; i < 1_000 && begun.size() < count; i++) {
            Thread.sleep(10);
        }
        assertThat(begun).hasSize(count);
    }
}
