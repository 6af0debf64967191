package jp.otodoke.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jp.otodoke.UnitTest;
import org.junit.jupiter.api.Test;

@UnitTest
class ShutdownLimitTests {
    @Test
    void aStopThatTakesTooLongIsEnded() throws Exception {
        var ended = new CompletableFuture<Integer>();

        new ShutdownLimit(Duration.ofMillis(1), ended::complete).begin();

        assertThat(ended.get(10, TimeUnit.SECONDS)).isEqualTo(1);
    }
}
