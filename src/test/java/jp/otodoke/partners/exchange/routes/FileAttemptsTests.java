package jp.otodoke.partners.exchange.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import jp.otodoke.UnitTest;
import jp.otodoke.partners.exchange.StuckFiles;
import org.junit.jupiter.api.Test;

/** A file that can be neither taken nor moved is not tried for ever. */
@UnitTest
class FileAttemptsTests {
    private final StuckFiles stuckFiles = mock();
    private final AtomicLong now = new AtomicLong();
    private final FileAttempts attempts = new FileAttempts("shop", stuckFiles, now::get);

    @Test
    void pausesGrowBetweenAttempts() {
        assertThat(attemptsWithin(Duration.ofSeconds(10))).isEqualTo(6);
        verifyNoInteractions(stuckFiles);
    }

    @Test
    void staffAreToldOnceAndTheFileIsLookedAtSeldom() {
        assertThat(attemptsWithin(Duration.ofHours(1))).isLessThan(FileAttempts.MOST + 7);
        verify(stuckFiles).found("shop", "a.csv", FileAttempts.MOST);

        attempts.endedExcept(Set.of());

        verify(stuckFiles).gone("shop", "a.csv");
    }

    @Test
    void anotherFileOfTheSameNameIsTakenAtOnce() {
        attemptsWithin(Duration.ofHours(1));

        assertThat(attempts.begin("a.csv", "2")).isTrue();
        verify(stuckFiles).gone("shop", "a.csv");
    }

    @Test
    void aFileThatIsTakenAtLastNeverWasStuck() {
        attemptsWithin(Duration.ofSeconds(10));

        attempts.ended("a.csv");

        verify(stuckFiles, never()).gone("shop", "a.csv");
    }

    private int attemptsWithin(Duration time) {
        int begun = 0;
        for (long end = now.get() + time.toNanos(); now.get() < end; now.addAndGet(100_000_000)) {
            begun += attempts.begin("a.csv", "1") ? 1 : 0;
        }
        return begun;
    }
}
