package jp.otodoke.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Four clients that share some work. */
final class Clients {
    private static final int CLIENTS = 4;

    private Clients() {}

    /** Does it for each number from 1 to {@code count} and waits for the last. */
    static void inParallel(int count, IntConsumer work) {
        var clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            var all = IntStream.rangeClosed(1, count)
                    .mapToObj(number -> CompletableFuture.runAsync(() -> work.accept(number), clients))
                    .toList();
            all.forEach(CompletableFuture::join);
        } finally {
            clients.shutdown();
        }
    }
}
