package jp.otodoke.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Sends requests at their times, however long earlier ones take. */
final class OpenLoop implements AutoCloseable {
    private static final int AT_ONCE = 64;

    private final ScheduledExecutorService clients = Executors.newScheduledThreadPool(AT_ONCE);
    private final Latencies latencies;

    OpenLoop(Latencies latencies) {
        this.latencies = latencies;
    }

    /** One after the other of the kinds, mixed by their weights. */
    void send(List<Mix.Kind> kinds, double perSecond, long seconds) {
        var order = new ArrayList<Mix.Kind>();
        kinds.forEach(kind -> order.addAll(Collections.nCopies(kind.weight(), kind)));
        Collections.shuffle(order, new Random(1));
        long begin = System.nanoTime();
        for (int i = 0; i < perSecond * seconds; i++) {
            var kind = order.get(i % order.size());
            long due = begin + (long) (i * 1e9 / perSecond);
            clients.schedule(() -> one(kind, due), due - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }

    private void one(Mix.Kind kind, long due) {
        try {
            kind.request().send();
            latencies.took(kind.name(), System.nanoTime() - due);
        } catch (Exception e) {
            latencies.failed(kind.name(), e.toString());
        }
    }

    /** Waits for the last answer. */
    @Override
    public void close() throws InterruptedException {
        clients.shutdown();
        clients.awaitTermination(10, TimeUnit.MINUTES);
    }
}
