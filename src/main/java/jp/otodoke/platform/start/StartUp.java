package jp.otodoke.platform.start;

import java.util.List;
import jp.otodoke.platform.nodes.ClusterMutex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Runs the work of every start, warms up, then announces that the application is ready; until then its health is not UP. */
@Component("startUp")
@Order(Ordered.LOWEST_PRECEDENCE)
class StartUp implements ApplicationRunner, HealthIndicator {
    private static final Logger log = LoggerFactory.getLogger("otodoke");

    private final List<StartUpWork> work;
    private final List<WarmUp> warmUps;
    private final ClusterMutex clusterMutex;
    private final Environment environment;
    private volatile boolean done;

    StartUp(
            ObjectProvider<StartUpWork> work,
            ObjectProvider<WarmUp> warmUps,
            ClusterMutex clusterMutex,
            Environment environment) {
        this.work = work.orderedStream().toList();
        this.warmUps = warmUps.orderedStream().toList();
        this.clusterMutex = clusterMutex;
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        clusterMutex.run("start-up work", () -> work.forEach(StartUpWork::run));
        warmUps.forEach(WarmUp::run);
        done = true;
        var port = environment.getProperty("local.server.port");
        if (port != null) {
            log.info("Otodoke is ready: http://localhost:{}", port);
            if (environment.acceptsProfiles(Profiles.of("demo"))) {
                log.info("Users (password demo): operator, shipping, accounting, marketing, manager, admin."
                        + " API: Authorization: Bearer demo-token");
            }
        }
    }

    @Override
    public Health health() {
        return done ? Health.up().build() : Health.outOfService().build();
    }
}
