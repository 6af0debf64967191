package jp.otodoke.platform.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import jp.otodoke.UnitTest;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.junit.jupiter.api.Test;

/** A body has a least rate and a deadline, and an address only some of the threads. */
@UnitTest
class PacedBodyTests {
    private static final String OFFICE = "192.0.2.1";

    private final AtomicLong now = new AtomicLong();
    private final WaitingReads waitingReads = new WaitingReads(2, 3);

    @Test
    void aBodyThatDripsIsRefusedAfterTheGrace() throws Exception {
        var body = body(10, Duration.ofSeconds(1));

        for (int second = 0; second < PacedBody.GRACE_SECONDS; second++) {
            assertThat(body.doRead(ApplicationBufferHandler.EMPTY)).isEqualTo(10);
        }
        assertThatThrownBy(() -> body.doRead(ApplicationBufferHandler.EMPTY)).isInstanceOf(SlowBody.class);
    }

    @Test
    void aLargeBodyOfAnOrdinaryLineIsRead() throws Exception {
        var body = body(100_000, Duration.ofSeconds(1));

        for (int second = 0; second < 1500; second++) {
            body.doRead(ApplicationBufferHandler.EMPTY);
        }
    }

    @Test
    void aBodyThatNeverEndsHasADeadline() {
        var body = body(1_000_000, Duration.ofMinutes(1));

        assertThatThrownBy(() -> {
                    for (int minute = 0; minute < 40; minute++) {
                        body.doRead(ApplicationBufferHandler.EMPTY);
                    }
                })
                .isInstanceOf(SlowBody.class);
    }

    @Test
    void whatTheApplicationDoesBetweenTwoReadsDoesNotCount() throws Exception {
        var body = body(10, Duration.ofMillis(1));

        for (int read = 0; read < 100; read++) {
            body.doRead(ApplicationBufferHandler.EMPTY);
            now.addAndGet(Duration.ofMinutes(1).toNanos());
        }
    }

    @Test
    void anAddressHoldsOnlySomeThreadsAndAllTogetherNotEveryOne() throws Exception {
        waitingReads.begin(OFFICE);
        waitingReads.begin(OFFICE);
        assertThatThrownBy(() -> waitingReads.begin(OFFICE)).isInstanceOf(SlowBody.class);

        waitingReads.begin("192.0.2.2");
        assertThatThrownBy(() -> waitingReads.begin("192.0.2.3")).isInstanceOf(SlowBody.class);

        waitingReads.end(OFFICE);
        waitingReads.begin(OFFICE);
    }

    private PacedBody body(int bytes, Duration each) {
        return new PacedBody(new Dripping(bytes, each), OFFICE, waitingReads, now::get);
    }

    private final class Dripping implements InputBuffer {
        private final int bytes;
        private final Duration each;

        Dripping(int bytes, Duration each) {
            this.bytes = bytes;
            this.each = each;
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            now.addAndGet(each.toNanos());
            return bytes;
        }

        @Override
        public int available() {
            return 0;
        }
    }
}
