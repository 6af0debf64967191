package jp.otodoke.platform.start;

import java.time.Duration;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.Environment;

/** Ends the process when it takes longer to stop than it may; what that cuts off is continued as after a crash. */
public final class ShutdownLimit {
    private static final Logger log = LoggerFactory.getLogger(ShutdownLimit.class);

    /** For what follows the running requests: routes, jobs, the database of a demo. */
    private static final Duration REST = Duration.ofSeconds(15);

    private final Duration limit;
    private final IntConsumer halt;

    ShutdownLimit(Duration limit, IntConsumer halt) {
        this.limit = limit;
        this.halt = halt;
    }

    /** Holds from the moment at which this process is told to stop. */
    public static void install(Environment environment) {
        var requests = DurationStyle.detectAndParse(
                environment.getRequiredProperty("spring.lifecycle.timeout-per-shutdown-phase"));
        var shutdown = new ShutdownLimit(
                requests.plus(REST), status -> Runtime.getRuntime().halt(status));
        Runtime.getRuntime().addShutdownHook(new Thread(shutdown::begin, "shutdown-limit"));
    }

    void begin() {
        var watch = new Thread(this::end, "shutdown-limit-watch");
        // Whatever is done sooner is not held up.
        watch.setDaemon(true);
        watch.start();
    }

    private void end() {
        try {
            Thread.sleep(limit.toMillis());
            log.error("Not stopped within {}; the process is ended", limit);
            halt.accept(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
