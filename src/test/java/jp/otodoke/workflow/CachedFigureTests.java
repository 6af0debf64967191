package jp.otodoke.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import jp.otodoke.UnitTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@UnitTest
class CachedFigureTests {
    private final AtomicInteger found = new AtomicInteger();

    @Test
    void isFoundOnceWhileItIsFresh() {
        var figure = new CachedFigure<>(Duration.ofHours(1), found::incrementAndGet);

        assertThat(figure.get()).isEqualTo(1);
        assertThat(figure.get()).isEqualTo(1);
    }

    @Test
    void cachesNothingWhenConfiguredSo() {
        var figure = new CachedFigure<>(Duration.ZERO, found::incrementAndGet);

        assertThat(figure.get()).isEqualTo(1);
        assertThat(figure.get()).isEqualTo(2);
    }

    /** One slow question must not take the connections of all who look. */
    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void nobodyWaitsWhileAnotherRecomputesIt() throws Exception {
        var asked = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        var figure = new CachedFigure<>(Duration.ofNanos(1), () -> {
            var number = found.incrementAndGet();
            if (number == 2) {
                asked.countDown();
                await(answer);
            }
            return number;
        });
        figure.get();

        var slow = CompletableFuture.supplyAsync(figure::get);
        await(asked);
        assertThat(figure.get()).isEqualTo(1);
        answer.countDown();
        assertThat(slow.get(5, TimeUnit.MINUTES)).isEqualTo(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(5, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
