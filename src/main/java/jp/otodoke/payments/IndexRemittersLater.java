package jp.otodoke.payments;

import java.time.Duration;
import jp.otodoke.platform.clock.RepeatedWork;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Indexes remitters when no more deposits come: a large file has the processors for itself. */
@Component
class IndexRemittersLater extends RepeatedWork {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** Files that come one after the other hold it up no longer than five minutes. */
    private static final int MOST_WAITS = 60;

    private final IndexRemitters indexRemitters;
    private long last;
    private int waits;

    IndexRemittersLater(IndexRemitters indexRemitters, @Value("${otodoke.jobs.active:true}") boolean active) {
        super("index-remitters", PAUSE, PAUSE, active);
        this.indexRemitters = indexRemitters;
    }

    @Override
    protected void repeat() {
        try {
            run();
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(getClass()).error("Could not index remitters; trying again", e);
        }
    }

    /** Has no effect while deposits are coming. */
    void run() {
        long before = last;
        last = indexRemitters.last();
        if (last > before && ++waits < MOST_WAITS) {
            return;
        }
        waits = 0;
        while (last > 0 && indexRemitters.next()) {
            last = indexRemitters.last();
        }
    }
}
