package jp.otodoke.demo.generator;

import java.sql.Timestamp;
import java.util.stream.Stream;
import jp.otodoke.demo.bulk.BulkTargets;
import jp.otodoke.demo.bulk.Script;
import jp.otodoke.shared.BusinessClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Fills an empty database with a company of a given size: customers, three years of completed orders with
 * everything that belongs to them, and open tasks. An interrupted run is resumed.
 */
@Component
@Profile("demo")
public class GenerateFirm {
    private static final Logger LOG = LoggerFactory.getLogger("otodoke");
    private static final int CUSTOMERS_OF_A_PART = 20_000;
    private static final int ORDERS_OF_A_PART = 25_000;
    private static final int TASKS_OF_A_PART = 20_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final BulkTargets targets;
    private final BulkLoadConnection bulkLoadConnection;
    private final DeferredIndexes deferredIndexes;
    private final Steps steps;
    private final BusinessClock clock;

    GenerateFirm(
            JdbcClient jdbc,
            JdbcTemplate template,
            BulkTargets targets,
            BulkLoadConnection bulkLoadConnection,
            DeferredIndexes deferredIndexes,
            Steps steps,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.targets = targets;
        this.bulkLoadConnection = bulkLoadConnection;
        this.deferredIndexes = deferredIndexes;
        this.steps = steps;
        this.clock = clock;
    }

    /** @throws NotEmpty if the database holds anything that an unfinished run of the same size has not written */
    public void generate(Size size) {
        if (underWay()) {
            require(size);
            LOG.info("Resuming an interrupted run.");
        } else {
            begin(size);
        }
        steps.run("customers");
        steps.run("orders");
        steps.run("stock");
        steps.run("tasks");
        recreate("index");
        recreate("foreign key");
        bulkLoadConnection.transaction(() -> {
            targets.finish();
            template.execute("drop schema generating cascade");
            return true;
        });
        LOG.info(
                "Done: {} customers, {} orders",
                count("select count(*) from customers_customer_view"),
                count("select count(*) from orders_order_view"));
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
        if (Stream.of(
                        "select count(*) from customers_customer_view",
                        "select count(*) from catalog_product_view",
                        "select count(*) from orders_order_view",
                        "select count(*) from inbox_task_view")
                .anyMatch(question -> count(question) > 0)) {
            throw new NotEmpty("The database is not empty; nothing was changed");
        }
        bulkLoadConnection.transaction(() -> {
            Script.named(GenerateFirm.class, "plan").with("seed", size.seed()).run(template, targets);
            template.update(
                    "insert into generating.plan values (?, ?, ?, ?, ?)",
                    Timestamp.from(clock.instant()),
                    size.customers(),
                    size.orders(),
                    size.tasks(),
                    size.seed());
            return Script.named(GenerateFirm.class, "lists").run(template, targets);
        });
        deferredIndexes.all();
        steps.divide("customers", size.customers(), CUSTOMERS_OF_A_PART);
        steps.divide("orders", size.orders(), ORDERS_OF_A_PART);
        steps.divide("stock", 1, 1);
        steps.divide("tasks", size.tasks(), TASKS_OF_A_PART);
    }

    private void recreate(String kind) {
        var missing = deferredIndexes.missing(kind);
        var pace = new StepProgress(kind, Math.max(1, missing.size()), 0);
        steps.atOnce(missing, piece -> {
            deferredIndexes.recreate(piece);
            pace.moved(1, 0);
        });
        pace.end();
    }

    private long count(String question) {
        return jdbc.sql(question).query(Long.class).single();
    }

    /** Real data is never mixed with generated data. */
    public static final class NotEmpty extends RuntimeException {
        NotEmpty(String why) {
            super(why);
        }
    }
}
