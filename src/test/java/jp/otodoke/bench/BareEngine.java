package jp.otodoke.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The engine alone, as the yardstick of speed: diagrams, tables and settings are copies that stay as they were at commit
 * 453edd1, no step does anything and each gateway is answered at once.
 */
final class BareEngine implements AutoCloseable {
    private static final int CHUNK = 50;
    private static final List<String> DIAGRAMS = List.of("order", "shipment");
    private static final List<String> TABLES = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    private final HikariDataSource database = new HikariDataSource();
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ProcessEngine engine;
    private final BareProcesses processes;

    BareEngine(String url, String username, String password) {
        database.setJdbcUrl(url);
        database.setUsername(username);
        database.setPassword(password);
        database.setMaximumPoolSize(40);
        database.setAutoCommit(false);
        jdbc = JdbcClient.create(database);
        var transactions = new DataSourceTransactionManager(database);
        transaction = new TransactionTemplate(transactions);
        createTables();
        var settings = settings(transactions);
        engine = settings.buildProcessEngine();
        DIAGRAMS.forEach(this::deploy);
        processes = new BareProcesses(engine.getRuntimeService(), settings, jdbc);
    }

    private void createTables() {
        var scripts = TABLES.stream()
                .map(part -> (Resource) new ClassPathResource("bench/engine/" + part + ".sql"))
                .toArray(Resource[]::new);
        new ResourceDatabasePopulator(scripts).execute(database);
    }

    private SpringProcessEngineConfiguration settings(DataSourceTransactionManager transactions) {
        var threads = new SimpleAsyncTaskExecutor("bare-job-");
        threads.setConcurrencyLimit(4);
        var jobs = new SpringJobExecutor();
        jobs.setTaskExecutor(threads);
        jobs.setMaxJobsPerAcquisition(8);
        jobs.setWaitTimeInMillis(500);
        jobs.setMaxWait(1_000);
        jobs.setBackoffTimeInMillis(10);
        jobs.setMaxBackoff(200);
        var settings = new SpringProcessEngineConfiguration();
        settings.setProcessEngineName("bare");
        settings.setIdGenerator(new StrongUuidGenerator());
        settings.setDataSource(database);
        settings.setTransactionManager(transactions);
        settings.setDatabaseSchemaUpdate("false");
        settings.setHistory("activity");
        settings.setHistoryCleanupStrategy(ProcessEngineConfiguration.HISTORY_CLEANUP_STRATEGY_END_TIME_BASED);
        settings.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_NONE);
        settings.setJobExecutor(jobs);
        settings.setJobExecutorActivate(true);
        settings.setMetricsEnabled(false);
        settings.setTaskMetricsEnabled(false);
        settings.setAuthorizationEnabled(false);
        settings.setBeans(new HashMap<>(Map.of(
                "nothing", (JavaDelegate) step -> {}, "orderFacts", new Orders(), "shipmentFacts", new Parcels())));
        return settings;
    }

    private void deploy(String diagram) {
        engine.getRepositoryService()
                .createDeployment()
                .addString(diagram + ".bpmn", emptied("bench/" + diagram + ".bpmn"))
                .deploy();
    }

    private static String emptied(String path) {
        try {
            return new ClassPathResource(path)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .replaceAll("delegateExpression=\"[^\"]*\"", "delegateExpression=\"\\${nothing}\"")
                    .replace("${allocated}", "${true}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the gateways of an order ask; the number decides how it is paid, as in the whole lives. */
    public static final class Orders {
        public boolean doubtful(DelegateExecution step) {
            return false;
        }

        public boolean paymentSecured(DelegateExecution step) {
            return !paidByCard(step) && !paidInAdvance(step);
        }

        public boolean paidByCard(DelegateExecution step) {
            return byCard(step.getProcessBusinessKey());
        }

        public boolean paidInAdvance(DelegateExecution step) {
            return byTransfer(step.getProcessBusinessKey());
        }

        public Date reminderAt(DelegateExecution step) {
            return inDays(7);
        }

        public Date limitAt(DelegateExecution step) {
            return inDays(14);
        }

        /** By the engine's own clock, which all engines of a Java process share: a test may have moved it far ahead. */
        private static Date inDays(int days) {
            return Date.from(ClockUtil.getCurrentTime().toInstant().plus(days, ChronoUnit.DAYS));
        }

        public boolean dateReachable(DelegateExecution step) {
            return true;
        }

        public boolean restOpen(DelegateExecution step) {
            return false;
        }

        public boolean underway(DelegateExecution step) {
            return true;
        }

        public boolean settled(DelegateExecution step) {
            return true;
        }
    }

    /** What the gateways of a parcel ask. */
    public static final class Parcels {
        public boolean accepted(DelegateExecution step) {
            return true;
        }

        public boolean cancelToBeRepeated(DelegateExecution step) {
            return false;
        }
    }

    private static boolean byCard(String key) {
        return key.endsWith("3") || key.endsWith("7");
    }

    private static boolean byTransfer(String key) {
        return key.endsWith("5");
    }

    /** An order comes in, in a transaction of its own. */
    void place(String order) {
        transaction.executeWithoutResult(status -> processes.start("order", List.of(order)));
    }

    /** Waits for the steps that the engine does by itself. */
    void settle() {
        while (count("select count(*) from act_ru_job where duedate_ is null or duedate_ <= now()") > 0) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** Card answers come one by one, deposits in a file. */
    void pay(Collection<String> orders) {
        orders.stream()
                .filter(BareEngine::byCard)
                .forEach(order -> inChunks(List.of(order), chunk -> deliver("order", "payment-secured", chunk)));
        inChunks(
                orders.stream().filter(BareEngine::byTransfer).toList(),
                chunk -> deliver("order", "payment-secured", chunk));
    }

    /** Orders become parcels, whose instructions are written at once. */
    void release(Collection<String> orders) {
        inChunks(orders, chunk -> {
            deliver("order", "released", chunk);
            processes.start("shipment", parcels(chunk));
        });
    }

    /** News of parcels, as {@code ShipmentProcess} brings them. */
    void tell(String message, Collection<String> orders) {
        inChunks(orders, chunk -> {
            processes.deliver("shipment", "moved-on", parcels(chunk));
            deliver("shipment", message, parcels(chunk));
        });
    }

    void arrive(Collection<String> orders) {
        inChunks(orders, chunk -> {
            processes.deliver("shipment", "moved-on", parcels(chunk));
            deliver("shipment", "delivered", parcels(chunk));
            deliver("order", "shipments-over", chunk);
        });
    }

    /** Instances that have not come to their end. */
    long alive() {
        return count("select count(*) from act_ru_execution where parent_id_ is null");
    }

    private static List<String> parcels(Collection<String> orders) {
        return orders.stream().map(order -> "S" + order).toList();
    }

    private void deliver(String process, String message, Collection<String> keys) {
        var reached = processes.deliver(process, message, keys);
        if (reached.size() != keys.size()) {
            throw new IllegalStateException(message + " reached " + reached.size() + " of " + keys.size());
        }
    }

    private void inChunks(Collection<String> keys, Consumer<List<String>> work) {
        var all = new ArrayList<>(keys);
        for (int i = 0; i < all.size(); i += CHUNK) {
            var chunk = all.subList(i, Math.min(i + CHUNK, all.size()));
            transaction.executeWithoutResult(status -> work.accept(chunk));
        }
    }

    private long count(String sql) {
        Long counted =
                transaction.execute(status -> jdbc.sql(sql).query(Long.class).single());
        return counted == null ? 0 : counted;
    }

    @Override
    public void close() {
        engine.close();
        database.close();
    }
}
