package jp.otodoke.demo.generator;

import java.sql.Timestamp;
import java.util.List;
import jp.otodoke.shared.BusinessClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Fills an empty database with a firm of a given size: customers, three years of orders that have ended with all that
 * belongs to them, and open tasks. What was stopped goes on where it stood.
 */
@Component
@Profile("demo")
public class GenerateFirm {
    private static final Logger LOG = LoggerFactory.getLogger("otodoke");
    private static final int CUSTOMERS_OF_A_PART = 20_000;
    private static final int ORDERS_OF_A_PART = 25_000;
    private static final int TASKS_OF_A_PART = 20_000;

    private final JdbcClient jdbc;
    private final BulkLoadConnection bulkLoadConnection;
    private final DeferredIndexes deferredIndexes;
    private final Steps steps;
    private final BusinessClock clock;

    GenerateFirm(
            JdbcClient jdbc,
            BulkLoadConnection bulkLoadConnection,
            DeferredIndexes deferredIndexes,
            Steps steps,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.bulkLoadConnection = bulkLoadConnection;
        this.deferredIndexes = deferredIndexes;
        this.steps = steps;
        this.clock = clock;
    }

    /** @throws NotEmpty where the database holds anything that an unfinished run of the same size has not written */
    public void generate(Size size) {
        if (underWay()) {
            require(size);
            LOG.info("Going on with what was begun.");
        } else {
            begin(size);
        }
        steps.run("customers");
        steps.run("orders");
        steps.run("stock");
        steps.run("tasks");
        bringBack("index");
        bringBack("foreign key");
        bulkLoadConnection.transaction(
                connection -> new Script("analyze; drop schema generating cascade").run(connection));
        LOG.info("Done: {} customers, {} orders", count("customer"), count("orders"));
    }

    private boolean underWay() {
        return jdbc.sql("select to_regclass('generating.plan') is not null")
                .query(Boolean.class)
                .single();
    }

    private void require(Size size) {
        var same = jdbc.sql(
                        """
                        select exists (select 1 from generating.plan
                         where customers = :customers and orders = :orders and tasks = :tasks and seed = :seed)
                        """)
                .param("customers", size.customers())
                .param("orders", size.orders())
                .param("tasks", size.tasks())
                .param("seed", size.seed())
                .query(Boolean.class)
                .single();
        if (!same) {
            throw new NotEmpty("A firm of another size was begun in this database; give the same numbers to go on");
        }
    }

    private void begin(Size size) {
        if (List.of("customer", "product", "orders", "task").stream().anyMatch(table -> count(table) > 0)) {
            throw new NotEmpty("The database is not empty; nothing was changed");
        }
        bulkLoadConnection.transaction(connection -> {
            Script.named("plan").with("seed", size.seed()).run(connection);
            try (var plan = connection.prepareStatement("insert into generating.plan values (?, ?, ?, ?, ?)")) {
                plan.setTimestamp(1, Timestamp.from(clock.instant()));
                plan.setLong(2, size.customers());
                plan.setLong(3, size.orders());
                plan.setLong(4, size.tasks());
                plan.setLong(5, size.seed());
                plan.executeUpdate();
            }
            return Script.named("lists").run(connection);
        });
        deferredIndexes.all();
        steps.divide("customers", size.customers(), CUSTOMERS_OF_A_PART);
        steps.divide("orders", size.orders(), ORDERS_OF_A_PART);
        steps.divide("stock", 1, 1);
        steps.divide("tasks", size.tasks(), TASKS_OF_A_PART);
    }

    private void bringBack(String kind) {
        var missing = deferredIndexes.missing(kind);
        var pace = new StepProgress(kind, Math.max(1, missing.size()), 0);
        steps.atOnce(missing, piece -> {
            deferredIndexes.bringBack(piece);
            pace.moved(1, 0);
        });
        pace.end();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    /** Somebody's data is never mixed with invented data. */
    public static final class NotEmpty extends RuntimeException {
        NotEmpty(String why) {
            super(why);
        }
    }
}
