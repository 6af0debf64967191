package jp.otodoke.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import jp.otodoke.mothers.BareRows;
import jp.otodoke.running.RunningOtodoke;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The carrier's file of a large day, three events of each parcel on its way, laid in its folder and booked to the last row
 * with a heap that holds a small part of it.
 */
@Tag("bench")
class TrackingBench {
    private static final int ROWS = Integer.getInteger("otodoke.bench.rows", 400_000);
    private static final int WARM_UP = 20_000;
    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final double GOAL_SECONDS = 120;
    private static final List<String> EVENTS = List.of("PICKED_UP", "IN_TRANSIT", "OUT_FOR_DELIVERY");
    private static final Instant FIRST = Instant.parse("2026-11-23T00:00:00Z");

    @Test
    void booksTheEventsOfALargeDay() throws IOException, InterruptedException {
        try (var otodoke = new RunningOtodoke("tracking", "2026-11-24T09:00:00+09:00", "-Xmx600m")) {
            otodoke.start();
            BareRows.parcelsOnTheirWay(otodoke.database(), (WARM_UP + ROWS) / EVENTS.size() + 1);
            booked(otodoke, "TRACKING_small.csv", 0, WARM_UP);
            double seconds = booked(otodoke, "TRACKING_large.csv", WARM_UP, ROWS);
            System.out.printf("%d tracking rows booked in %.1f s, %.0f /s%n", ROWS, seconds, ROWS / seconds);
            assertThat(otodoke.log()).doesNotContain("OutOfMemoryError");
            assertThat(seconds).isLessThan(GOAL_SECONDS);
        }
    }

    private static double booked(RunningOtodoke otodoke, String file, int from, int rows)
            throws IOException, InterruptedException {
        var in = otodoke.home().resolve("partners/carrier/in");
        var writing = in.resolve(file + ".tmp");
        try (var out = Files.newBufferedWriter(writing, CP932)) {
            out.write("tracking_no,event,event_at,office\r\n");
            for (int row = from; row < from + rows; row++) {
                out.write("%s,%s,%s,東京支店\r\n"
                        .formatted(
                                BareRows.trackingNumber(1 + row / EVENTS.size()),
                                EVENTS.get(row % EVENTS.size()),
                                FIRST.plus(row, ChronoUnit.MILLIS)));
            }
        }
        var events = otodoke.database().sql("select count(*) from tracking_event");
        long begin = System.nanoTime();
        Files.move(writing, in.resolve(file));
        while (events.query(Long.class).single() < from + rows) {
            assertThat(System.nanoTime() - begin).isLessThan(RunningOtodoke.PATIENCE.toNanos());
            Thread.sleep(200);
        }
        return (System.nanoTime() - begin) / 1e9;
    }
}
