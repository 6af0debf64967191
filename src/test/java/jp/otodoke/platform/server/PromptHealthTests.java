package jp.otodoke.platform.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import jp.otodoke.UnitTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.health.contributor.Status;

@UnitTest
@Timeout(30)
class PromptHealthTests {
    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private final AtomicLong now = new AtomicLong();
    private final CompletableFuture<Status> database = new CompletableFuture<>();
    private final AtomicInteger looks = new AtomicInteger();

    @AfterEach
    void stop() {
        database.complete(Status.UP);
        worker.shutdownNow();
    }

    @Test
    void tellsWhatIsNow() {
        var states = new AtomicInteger();
        var health = health(() -> states.getAndIncrement() == 0 ? Status.UP : Status.DOWN);

        assertThat(health.status()).isEqualTo(Status.UP);
        assertThat(health.status()).isEqualTo(Status.DOWN);
    }

    @Test
    void theLastLookHoldsWhileAnotherTakesLong() {
        var health = health(this::upThenWaiting);
        assertThat(health.status()).isEqualTo(Status.UP);

        assertThat(health.status()).isEqualTo(Status.UP);
        assertThat(health.status()).isEqualTo(Status.UP);
        assertThat(looks).as("all who ask share one look").hasValue(2);
    }

    @Test
    void theLastLookDoesNotHoldForEver() {
        var health = health(this::upThenWaiting);
        assertThat(health.status()).isEqualTo(Status.UP);
        now.addAndGet(TimeUnit.SECONDS.toNanos(91));
        CompletableFuture.delayedExecutor(1500, TimeUnit.MILLISECONDS).execute(() -> database.complete(Status.DOWN));

        assertThat(health.status()).isEqualTo(Status.DOWN);
    }

    @Test
    void aLookThatFailsIsNoHealth() {
        assertThat(health(() -> {
                            throw new IllegalStateException("no database");
                        })
                        .status())
                .isEqualTo(Status.DOWN);
    }

    @Test
    void aLookThatFailsLateIsNoHealthEither() {
        CompletableFuture.delayedExecutor(1500, TimeUnit.MILLISECONDS)
                .execute(() -> database.completeExceptionally(new IllegalStateException("no database")));

        assertThat(health(database::join).status()).isEqualTo(Status.DOWN);
    }

    private Status upThenWaiting() {
        return looks.getAndIncrement() == 0 ? Status.UP : database.join();
    }

    private PromptHealth health(Supplier<Status> look) {
        return new PromptHealth(look, worker, now::get);
    }
}
