package jp.otodoke.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Looks again and again at how far all orders are, and gives each stretch of time to what moved in it. */
final class Progress implements AutoCloseable {
    /** The parts of an order's life, each with what counts it. */
    enum Phase {
        INTAKE("orders"),
        PREPARATION("prepared"),
        WAVE("parcels"),
        ACKNOWLEDGEMENT("accepted"),
        RESULT("shipped"),
        TRACKING("delivered"),
        NOTHING_COUNTED("");

        private final String column;

        Phase(String column) {
            this.column = column;
        }
    }

    private static final long LOOK_MILLIS = 500;
    private static final String COUNTS =
            """
            select (select count(*) from orders) as orders,
                   (select count(*) from orders where progress not in ('RECEIVED', 'IN_REVIEW', 'AWAITING_PAYMENT', 'AWAITING_STOCK')) as prepared,
                   (select count(*) from shipment) as parcels,
                   (select count(*) from shipment where status in ('ACCEPTED', 'SHIPPED', 'DELIVERED')) as accepted,
                   (select count(*) from shipment where status in ('SHIPPED', 'DELIVERED')) as shipped,
                   (select count(*) from orders where status in ('DELIVERED', 'COMPLETED')) as delivered
            """;

    private final SingleConnectionDataSource connection;
    private final JdbcClient database;
    private final long target;
    private final Map<Phase, Long> nanos = new EnumMap<>(Phase.class);
    private final long begun = System.nanoTime();
    private final Thread thread = new Thread(this::watch, "progress");
    private volatile long done;

    /** @param target so many orders delivered in all are the end */
    Progress(DataSource database, long target) {
        // A connection of its own for each look would cost the server more than the look.
        this.connection = new SingleConnectionDataSource(open(database), true);
        this.database = JdbcClient.create(connection);
        this.target = target;
        thread.setDaemon(true);
        thread.start();
    }

    private static Connection open(DataSource database) {
        try {
            return database.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void watch() {
        var before = counts();
        var since = begun;
        while (done == 0) {
            sleep();
            var now = counts();
            var at = System.nanoTime();
            share(at - since, before, now);
            if (now.getOrDefault("delivered", 0L) >= target) {
                done = at;
            }
            before = now;
            since = at;
        }
    }

    private Map<String, Long> counts() {
        var counted = new HashMap<String, Long>();
        database.sql(COUNTS)
                .query()
                .singleRow()
                .forEach((column, value) -> counted.put(column, ((Number) Objects.requireNonNull(value)).longValue()));
        return counted;
    }

    private void share(long stretch, Map<String, Long> before, Map<String, Long> now) {
        var moved = Arrays.stream(Phase.values())
                .filter(phase -> phase != Phase.NOTHING_COUNTED)
                .filter(phase -> !Objects.equals(now.get(phase.column), before.get(phase.column)))
                .toList();
        var shares = moved.isEmpty() ? List.of(Phase.NOTHING_COUNTED) : moved;
        shares.forEach(phase -> nanos.merge(phase, stretch / shares.size(), Long::sum));
    }

    private static void sleep() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean complete() {
        return done != 0;
    }

    /** From the beginning until the last order was delivered. */
    double seconds() {
        return (done - begun) / 1e9;
    }

    double seconds(Phase phase) {
        return nanos.getOrDefault(phase, 0L) / 1e9;
    }

    @Override
    public void close() throws InterruptedException {
        if (done == 0) {
            done = System.nanoTime();
        }
        thread.join(TimeUnit.SECONDS.toMillis(5));
        connection.destroy();
    }
}
