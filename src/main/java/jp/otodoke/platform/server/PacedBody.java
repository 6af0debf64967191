package jp.otodoke.platform.server;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * The body of a request, at a least rate and with a deadline. Only the time counts in which a thread waits for the
 * sender, not what the application does between two reads.
 */
class PacedBody implements InputBuffer {
    static final long GRACE_SECONDS = 10;
    static final long BYTES_A_SECOND = 1024;

    private static final long DEADLINE_NANOS = TimeUnit.MINUTES.toNanos(30);

    private final InputBuffer body;
    private final String address;
    private final WaitingReads waitingReads;
    private final LongSupplier nanoTime;
    private long waited;
    private long received;

    PacedBody(InputBuffer body, String address, WaitingReads waitingReads, LongSupplier nanoTime) {
        this.body = body;
        this.address = address;
        this.waitingReads = waitingReads;
        this.nanoTime = nanoTime;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        int read = await(handler);
        received += Math.max(0, read);
        refuseIfSlow();
        return read;
    }

    private int await(ApplicationBufferHandler handler) throws IOException {
        waitingReads.begin(address);
        long begin = nanoTime.getAsLong();
        try {
            return body.doRead(handler);
        } finally {
            waitingReads.end(address);
            waited += nanoTime.getAsLong() - begin;
        }
    }

    private void refuseIfSlow() throws SlowBody {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(waited) - GRACE_SECONDS;
        if (received < seconds * BYTES_A_SECOND || waited > DEADLINE_NANOS) {
            throw new SlowBody("The body comes too slowly");
        }
    }

    @Override
    public int available() {
        return body.available();
    }
}
