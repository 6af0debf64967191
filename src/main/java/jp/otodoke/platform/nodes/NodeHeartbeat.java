package jp.otodoke.platform.nodes;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import jp.otodoke.shared.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Shows the other nodes that this one is alive, from before its first work until after its last. */
@Component("nodeHeartbeat")
@DependsOnDatabaseInitialization
public class NodeHeartbeat implements InitializingBean, DisposableBean {
    private static final Logger log = LoggerFactory.getLogger(NodeHeartbeat.class);
    private static final long INTERVAL_MILLIS = 2_000;

    private final ThisNode node;
    private final NodeSession session;
    private final Leases leases;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final BusinessClock clock;
    private final Environment environment;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(NodeHeartbeat::thread);

    NodeHeartbeat(
            ThisNode node,
            NodeSession session,
            Leases leases,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            BusinessClock clock,
            Environment environment) {
        this.node = node;
        this.session = session;
        this.leases = leases;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.environment = environment;
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "node-life");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void afterPropertiesSet() throws SQLException {
        session.live();
        transaction.executeWithoutResult(status -> appear());
        thread.scheduleWithFixedDelay(this::beat, INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void beat() {
        try {
            session.live();
            transaction.executeWithoutResult(status -> appear());
            leases.renewAll();
        } catch (SQLException | RuntimeException e) {
            log.warn("Heartbeat failed; trying again: {}", e.getMessage());
        }
    }

    private void appear() {
        jdbc.sql(
                        """
                        insert into node (name, address, version, started_at, seen_at, clock_skew_millis, wanted_leases)
                        values (:name, :address, :version, clock_timestamp(), clock_timestamp(), 0, :wants)
                        on conflict (name) do update set address = excluded.address, seen_at = excluded.seen_at,
                            wanted_leases = excluded.wanted_leases,
                            clock_skew_millis = extract(epoch from cast(:now as timestamptz) - clock_timestamp()) * 1000""")
                .param("name", node.name())
                .param("address", address())
                .param("version", version())
                .param("wants", leases.wanted())
                .param("now", Timestamp.from(clock.instant().minus(clock.offset())))
                .update();
        jdbc.sql("delete from node where seen_at < now() - interval '1 day' and not node_lives(name)")
                .update();
    }

    private @Nullable String address() {
        var port = environment.getProperty("local.server.port");
        return port == null ? null : node.name().replaceAll("-[^-]*$", "") + ":" + port;
    }

    private static String version() {
        var version = NodeHeartbeat.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public void destroy() throws InterruptedException {
        thread.shutdownNow();
        thread.awaitTermination(5, TimeUnit.SECONDS);
        try {
            transaction.executeWithoutResult(status -> {
                leases.releaseAll();
                jdbc.sql("delete from node where name = ?").param(node.name()).update();
            });
        } catch (RuntimeException e) {
            log.debug("The others will notice by the end of the session", e);
        }
        session.close();
    }
}
