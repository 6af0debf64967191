package jp.otodoke.platform.server;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Lets no sender of a slow body hold request threads: bodies have a least rate, an address only some threads, and
 * what is left of a body when the answer is ready is not waited for.
 */
class SlowBodyValve extends ValveBase {
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST_REST_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final long LARGEST_REST = 64L * 1024 * 1024;
    private static final long LOOK_AGAIN_MILLIS = 20;

    private final WaitingReads waitingReads;

    SlowBodyValve(WaitingReads waitingReads) {
        super(true);
        this.waitingReads = waitingReads;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var coyote = request.getCoyoteRequest();
        if (fullyRead(coyote)) {
            getNext().invoke(request, response);
            return;
        }
        var body = coyote.getInputBuffer();
        coyote.setInputBuffer(new PacedBody(body, request.getRemoteAddr(), waitingReads, System::nanoTime));
        try {
            getNext().invoke(request, response);
        } finally {
            if (!request.isAsync()) {
                dropRest(coyote);
            }
            coyote.setInputBuffer(body);
        }
    }

    /** A client that still sends sees the answer only after it has sent; one that doesn't send is not waited for. */
    private static void dropRest(org.apache.coyote.Request coyote) {
        long begin = System.nanoTime();
        long last = begin;
        long dropped = 0;
        while (!fullyRead(coyote)) {
            long now = System.nanoTime();
            if (dropped > LARGEST_REST || now - begin > LONGEST_REST_NANOS || now - last > LONGEST_PAUSE_NANOS) {
                coyote.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
                return;
            }
            try {
                coyote.action(ActionCode.AVAILABLE, true);
                if (coyote.getAvailable() > 0) {
                    dropped += Math.max(0, coyote.doRead(new Dropped()));
                    last = System.nanoTime();
                } else {
                    Thread.sleep(LOOK_AGAIN_MILLIS);
                }
            } catch (IOException gone) {
                coyote.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static final class Dropped implements ApplicationBufferHandler {
        private ByteBuffer bytes = EMPTY_BUFFER;

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            bytes = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return bytes;
        }

        @Override
        public void expand(int size) {}
    }

    private static boolean fullyRead(org.apache.coyote.Request coyote) {
        var read = new AtomicBoolean();
        coyote.action(ActionCode.REQUEST_BODY_FULLY_READ, read);
        return read.get();
    }
}
