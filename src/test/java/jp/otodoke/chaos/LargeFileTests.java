package jp.otodoke.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import jp.otodoke.NodesTest;
import jp.otodoke.running.Api;
import jp.otodoke.running.RunningOtodoke;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * The largest files that may be uploaded, and slow senders beside them: a heap of 900 MB is enough, and health answers.
 * {@code -Dotodoke.chaos.megabytes} makes the files smaller.
 */
@NodesTest
@Tag("chaos")
@TestInstance(Lifecycle.PER_CLASS)
class LargeFileTests {
    private static final int MEGABYTE = 1024 * 1024;
    private static final int LARGEST = Integer.getInteger("otodoke.chaos.megabytes", 199);
    private static final Duration HEALTH_WITHIN = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final String HEADER =
            "order_no,ordered_at,customer_no,name,kana,phone,email,postal_code,prefecture,city,line1,line2,"
                    + "ship_name,ship_kana,ship_phone,ship_postal_code,ship_prefecture,ship_city,ship_line1,ship_line2,"
                    + "payment_method,delivery_date,time_slot,sku,quantity,unit_price,shipping,fee,note\n";

    private final RunningOtodoke otodoke =
            new RunningOtodoke("large-files", "2026-11-24T09:00:00+09:00", "-Xmx900m", "-XX:+ExitOnOutOfMemoryError");

    @BeforeAll
    void start() {
        otodoke.start();
    }

    @AfterAll
    void stop() {
        otodoke.close();
    }

    @Test
    void filesOfEverySizeAreAnsweredWhileHealthAnswers(@TempDir Path folder) throws Exception {
        var large = file(folder, "large.csv", LARGEST, number -> order("L", number));
        // What has been uploaded already would not be taken in a second time.
        var laid = file(folder, "laid.csv", LARGEST, number -> order("M", number));
        var bad = file(
                folder,
                "bad.csv",
                Math.min(LARGEST, 29),
                "B%08d,2026-13-45,,,,xx,not-mail,999,,,,,,,,,,,,,NOTHING,,9999,NONE,-1,abc,,,\n"::formatted);
        var tiny = file(folder, "tiny.csv", 29, i -> "x\n");
        var open = file(folder, "open.csv", 29, i -> i == 1 ? "G1,\"never closed\n" : "x,y\n");
        var api = otodoke.api();
        // What a fresh virtual machine takes for its first answers says nothing.
        warmUp();

        var slowest = watched(() -> {
            var uploads = List.of(large, bad, large).stream()
                    .map(path -> CompletableFuture.supplyAsync(() -> upload(api, path)))
                    .toList();
            assertThat(upload(api, tiny).body()).contains("too-many-rows");
            assertThat(upload(api, open).body()).contains("truncated");
            for (var answer : uploads) {
                assertThat(answer.join().status()).isIn(200, 202);
            }
            slowBodies();
            lay(laid);
        });

        assertThat(slowest).isLessThan(HEALTH_WITHIN);
        assertThat(otodoke.log()).doesNotContain("OutOfMemoryError");
    }

    private static String order(String prefix, int number) {
        return prefix
                + "%08d,2026-11-20T10:00:00+09:00,,山田 花子,ヤマダ ハナコ,03-1234-5678,h%d@example.jp,100-0001,東京都,千代田区,1-1,,,,,,,,,,"
                        .formatted(number, number)
                + "CASH_ON_DELIVERY,,,NONE,1,3000,550,330,\n";
    }

    private static Api.Answer upload(Api api, Path file) {
        try {
            return api.upload("/imports/orders?format=generic", file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Into the shop's folder, and waits until it is stored. */
    private void lay(Path file) throws IOException {
        var in = otodoke.home().resolve("partners/shop/in");
        Files.copy(file, in.resolve("generic_large.csv.tmp"));
        Files.move(in.resolve("generic_large.csv.tmp"), in.resolve("generic_large.csv"));
        var stored =
                otodoke.database().sql("select count(*) from partner_message where file_name = 'generic_large.csv'");
        long end = System.nanoTime() + RunningOtodoke.PATIENCE.toNanos();
        while (stored.query(Long.class).single() == 0) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private void warmUp() {
        var left = new AtomicInteger(10);
        slowestAnswer(() -> left.getAndDecrement() == 0);
    }

    private void slowBodies() throws IOException, InterruptedException {
        var port = Integer.parseInt(otodoke.address().replaceAll(".*:", ""));
        var sockets = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 260; i++) {
                var socket = new Socket("127.0.0.1", port);
                sockets.add(socket);
                socket.getOutputStream()
                        .write(("POST /api/v1/imports/orders HTTP/1.1\r\nHost: localhost\r\n"
                                        + "Content-Type: multipart/form-data; boundary=x\r\n"
                                        + "Authorization: Bearer demo-token\r\nContent-Length: 1000000\r\n\r\n0123456789")
                                .getBytes(StandardCharsets.US_ASCII));
            }
            Thread.sleep(5_000);
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
    }

    /** The longest time that health took to answer meanwhile. */
    private Duration watched(Work work) throws Exception {
        var over = new AtomicBoolean();
        var watch = CompletableFuture.supplyAsync(() -> slowestAnswer(over::get));
        try {
            work.run();
        } finally {
            over.set(true);
        }
        return watch.join();
    }

    private Duration slowestAnswer(BooleanSupplier over) {
        var http = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(URI.create(otodoke.address() + "/actuator/health"))
                .timeout(Duration.ofSeconds(30))
                .build();
        long slowest = 0;
        while (!over.getAsBoolean()) {
            long before = System.nanoTime();
            var status = http.sendAsync(request, BodyHandlers.ofString())
                    .thenApply(HttpResponse::statusCode)
                    .join();
            assertThat(status).isEqualTo(200);
            slowest = Math.max(slowest, System.nanoTime() - before);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return Duration.ofNanos(slowest);
    }

    private static Path file(Path folder, String name, int megabytes, IntFunction<String> row) throws IOException {
        var path = folder.resolve(name);
        try (BufferedWriter out = Files.newBufferedWriter(path)) {
            out.write(HEADER);
            for (int i = 0; i % 1_000 != 0 || Files.size(path) < (long) megabytes * MEGABYTE; i++) {
                out.write(row.apply(i));
            }
        }
        return path;
    }

    private interface Work {
        void run() throws Exception;
    }
}
