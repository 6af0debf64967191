package jp.otodoke.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import jp.otodoke.mothers.BareRows;
import jp.otodoke.running.RunningOtodoke;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The bank's file of a large firm against its open claims: laid into its folder, read, matched and booked to the last row with a
 * heap that holds a small part of it. Beside it the bare SQL that writes the same. And the result of a direct debit.
 */
@Tag("bench")
class MatchingBench {
    private static final int DEPOSITS = Integer.getInteger("otodoke.bench.deposits", 1_000_000);
    private static final int CLAIMS = (int) (DEPOSITS * 1.2);
    private static final int WARM_UP = Math.min(DEPOSITS / 5, 20_000) / 100 * 100;
    private static final String BEGIN = "2026-11-24T09:00:00+09:00";
    private static final double GOAL_TIMES = 2;
    private static final int DEBITS = Integer.getInteger("otodoke.bench.debits", 4_500);
    private static final double GOAL_DEBIT_SECONDS = 10;

    @Test
    void matchesTheFileOfALargeFirm() throws IOException, InterruptedException, SQLException {
        try (var otodoke = new RunningOtodoke("matching", BEGIN, "-Xmx600m")) {
            otodoke.start();
            BareRows.dues(otodoke.database(), CLAIMS);
            booked(otodoke, "FURIKOMI_small.txt", 1, WARM_UP);
            int lines = DEPOSITS - WARM_UP;
            double seconds = booked(otodoke, "FURIKOMI_large.txt", 1 + WARM_UP, lines);
            double bare = bare(otodoke, 1 + WARM_UP, lines);
            System.out.printf(
                    Locale.ROOT,
                    "%d of %d deposits matched against %d claims in %.1f s, %.0f /s; bare SQL %.1f s; %.2f times%n",
                    DepositText.matched(1 + WARM_UP, lines),
                    lines,
                    CLAIMS,
                    seconds,
                    lines / seconds,
                    bare,
                    seconds / bare);
            assertThat(otodoke.log()).doesNotContain("OutOfMemoryError");
            assertThat(seconds / bare).isLessThan(GOAL_TIMES);
        }
    }

    @Test
    void booksTheResultOfADirectDebit() throws IOException, InterruptedException {
        try (var otodoke = new RunningOtodoke("debits", BEGIN, "-Xmx600m")) {
            otodoke.start();
            double seconds = new DebitCycle(otodoke).play(DEBITS);
            System.out.printf(Locale.ROOT, "the result of %d direct debits booked in %.1f s%n", DEBITS, seconds);
            assertThat(seconds).isLessThan(GOAL_DEBIT_SECONDS);
        }
    }

    private static double booked(RunningOtodoke otodoke, String file, int from, int lines)
            throws IOException, InterruptedException, SQLException {
        var in = otodoke.home().resolve("partners/bank/in");
        var writing = otodoke.home().resolve(file);
        DepositText.write(writing, from, lines);
        double seconds;
        // Through one connection: to open one costs more than to look.
        try (var connection = otodoke.dataSource().getConnection()) {
            var done = JdbcClient.create(new SingleConnectionDataSource(connection, true))
                    .sql("select count(*) from partner_message where file_name = ? and state = 'DONE'")
                    .param(file);
            long begin = System.nanoTime();
            Files.move(writing, in.resolve(file));
            while (done.query(Long.class).single() == 0) {
                assertThat(System.nanoTime() - begin).isLessThan(RunningOtodoke.PATIENCE.toNanos());
                Thread.sleep(100);
            }
            seconds = (System.nanoTime() - begin) / 1e9;
        }
        assertThat(otodoke.database()
                        .sql("select count(*) from deposit where source = ? and state = 'MATCHED'")
                        .param(file)
                        .query(Integer.class)
                        .single())
                .isEqualTo(DepositText.matched(from, lines));
        return seconds;
    }

    private static double bare(RunningOtodoke otodoke, int from, int lines) throws IOException, SQLException {
        Path file = otodoke.home().resolve("yardstick.txt");
        DepositText.write(file, from, lines);
        try (var yardstick = new MatchingYardstick(otodoke.newDatabase("yardstick"))) {
            yardstick.claims(CLAIMS);
            long begin = System.nanoTime();
            assertThat(yardstick.book(file)).isPositive();
            return (System.nanoTime() - begin) / 1e9;
        }
    }
}
