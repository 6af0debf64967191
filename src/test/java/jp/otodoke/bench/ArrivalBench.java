package jp.otodoke.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import jp.otodoke.mothers.BareRows;
import jp.otodoke.running.Api;
import jp.otodoke.running.RunningOtodoke;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ten pieces arrive for which 50,000 orders wait: the ten oldest are real orders with their processes, the others rows of
 * backorders. Over HTTP as a file of one product, with nobody behind the ten and with all; beside it the rows alone by
 * bare SQL.
 */
@Tag("bench")
class ArrivalBench {
    private static final int WAITING = Integer.getInteger("otodoke.bench.waiting", 50_000);
    private static final int ROUNDS = 15;
    private static final int WARM_UP = 5;
    static final int PIECES = 10;
    private static final double GOAL_MILLIS = 100;
    private static final String BEGIN = "2026-11-24T09:00:00+09:00";
    static final Instant LATER = Instant.parse("2026-11-25T00:00:00Z");

    @Test
    void tenPiecesForFiftyThousandWaitingOrders() throws IOException, InterruptedException, SQLException {
        try (var otodoke = new RunningOtodoke("arrival", BEGIN, "-Xmx1000m")) {
            otodoke.start();
            var alone = new double[ROUNDS];
            var many = new double[ROUNDS];
            var bare = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                alone[round] = arrival(otodoke, "AL-" + round, 0);
                many[round] = arrival(otodoke, "MA-" + round, WAITING);
                bare[round] = bare(otodoke, "BA-" + round);
            }
            line("ten pieces, ten waiting orders", alone);
            line("ten pieces, %d waiting orders".formatted(WAITING + PIECES), many);
            line("the same rows by bare SQL", bare);
            assertThat(median(many)).isLessThan(GOAL_MILLIS);
        }
    }

    private static double arrival(RunningOtodoke otodoke, String sku, int behind)
            throws IOException, InterruptedException {
        var api = otodoke.api();
        var database = otodoke.database();
        receive(api, sku, 0);
        for (int n = 0; n < PIECES; n++) {
            api.post("/orders", order(sku, n)).orFail();
        }
        await(database, "AWAITING_STOCK");
        BareRows.waiting(database, sku, behind, LATER);
        database.sql("analyze backorder").update();

        long begin = System.nanoTime();
        receive(api, sku, PIECES);
        double millis = (System.nanoTime() - begin) / 1e6;

        assertThat(database.sql("select allocated from stock_balance where sku = ?")
                        .param(sku)
                        .query(Long.class)
                        .single())
                .isEqualTo(PIECES);
        await(database, "READY");
        database.sql("update orders set channel = 'DONE'").update();
        return millis;
    }

    private static void receive(Api api, String sku, int pieces) throws IOException {
        api.upload(
                        "/imports/products",
                        sku + "-" + pieces + ".csv",
                        "sku,name,kind,tax_class,unit_price,stock_keeping,initial_stock\r\n" + sku
                                + ",青汁,GOODS,REDUCED,3000,true," + pieces + "\r\n")
                .orFail();
    }

    private static Map<String, Object> order(String sku, int n) {
        int person = Math.floorMod((sku + n).hashCode(), 100_000_000);
        return Map.of(
                "channel",
                "WEB",
                "channelOrderId",
                sku + "-" + n,
                "orderedAt",
                BEGIN,
                "customer",
                Map.of(
                        "name",
                        "佐藤 " + "一二三四五六七八九十".charAt(n) + "子",
                        "kana",
                        "サトウ コ",
                        "phone",
                        "090-%04d-%04d".formatted(person / 10_000, person % 10_000),
                        "address",
                        Map.of(
                                "postalCode",
                                "100-0001",
                                "prefecture",
                                "東京都",
                                "city",
                                "千代田区",
                                "line1",
                                "千代田1-" + person,
                                "line2",
                                "")),
                "payment",
                Map.of("method", "CASH_ON_DELIVERY"),
                "lines",
                List.of(Map.of("sku", sku, "quantity", 1)));
    }

    private static void await(JdbcClient database, String status) throws InterruptedException {
        long end = System.nanoTime() + RunningOtodoke.PATIENCE.toNanos();
        while (database.sql("select count(*) from orders where channel = 'WEB' and status = ?")
                        .param(status)
                        .query(Integer.class)
                        .single()
                < PIECES) {
            assertThat(System.nanoTime())
                    .as(() -> database.sql("select order_number, status from orders where channel = 'WEB'")
                            .query()
                            .listOfRows()
                            .toString())
                    .isLessThan(end);
            Thread.sleep(50);
        }
    }

    /** What such an arrival cannot do without: a movement, the balance, ten backorders fewer and ten allocations more. */
    private static double bare(RunningOtodoke otodoke, String sku) throws SQLException {
        BareRows.waiting(otodoke.database(), sku, WAITING, LATER);
        try (var connection = otodoke.dataSource().getConnection()) {
            var source = new SingleConnectionDataSource(connection, true);
            var transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
            var jdbc = JdbcClient.create(source);
            long begin = System.nanoTime();
            transaction.executeWithoutResult(status -> rows(jdbc, sku));
            return (System.nanoTime() - begin) / 1e6;
        }
    }

    static void rows(JdbcClient jdbc, String sku) {
        BareRows.moved(jdbc, sku, "RECEIPT", PIECES);
        jdbc.sql("insert into stock_balance (sku, on_hand, allocated) values (?, ?, ?)")
                .params(sku, PIECES, PIECES)
                .update();
        jdbc.sql(
                        """
                        with first as (select order_number from backorder where sku = :sku
                                        order by since, order_number limit :pieces),
                             ended as (delete from backorder where order_number = any(array(select order_number from first))
                                       returning order_number, line_no, sku, quantity)
                        insert into stock_allocation (order_number, line_no, sku, quantity) select order_number, line_no, sku, quantity from ended
                        """)
                .param("sku", sku)
                .param("pieces", PIECES)
                .update();
    }

    private static double median(double[] millis) {
        var measured = Arrays.copyOfRange(millis, WARM_UP, millis.length);
        Arrays.sort(measured);
        return measured[measured.length / 2];
    }

    private static void line(String what, double[] millis) {
        var highest = IntStream.range(WARM_UP, millis.length)
                .mapToDouble(n -> millis[n])
                .max()
                .orElseThrow();
        System.out.printf(Locale.ROOT, "%-36s median %7.1f ms   highest %7.1f ms%n", what, median(millis), highest);
    }
}
