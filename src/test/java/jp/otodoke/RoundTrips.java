package jp.otodoke;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Counts how often the database is asked by this thread: a batch, sent as one, is one question. */
public final class RoundTrips extends Handler {
    private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

    private final long thread = Thread.currentThread().getId();
    private final List<String> questions = new ArrayList<>();
    private String latest = "";

    private RoundTrips() {}

    /** @return the statements asked, where the driver parsed them, or a dash where it knew them already */
    public static List<String> of(Runnable work) {
        var counter = new RoundTrips();
        var before = DRIVER.getLevel();
        DRIVER.addHandler(counter);
        DRIVER.setLevel(Level.FINEST);
        try {
            work.run();
        } finally {
            DRIVER.setLevel(before);
            DRIVER.removeHandler(counter);
        }
        return List.copyOf(counter.questions);
    }

    @Override
    public void publish(LogRecord record) {
        if (record.getLongThreadID() != thread) {
            return;
        }
        var message = String.valueOf(record.getMessage());
        if (message.contains("FE=> Parse")) {
            latest = message.strip().replaceAll("\\s+", " ");
        } else if (message.contains("FE=> Sync")) {
            questions.add(latest.isEmpty() ? "-" : latest);
            latest = "";
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
