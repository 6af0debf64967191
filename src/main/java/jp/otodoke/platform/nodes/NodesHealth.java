package jp.otodoke.platform.nodes;

import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** The nodes that share this database, and whether their clocks agree. */
@Component("nodesHealthIndicator")
class NodesHealth extends AbstractHealthIndicator {
    private static final Duration TOLERATED = Duration.ofSeconds(5);

    private final Nodes nodes;

    NodesHealth(Nodes nodes) {
        super("The nodes could not be read");
        this.nodes = nodes;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        health.up();
        for (var node : nodes.living()) {
            health.withDetail(
                    node.name(),
                    "since " + node.startedAt() + ", clock " + node.skew().toMillis()
                            + " ms ahead of the database, does " + node.leases());
            if (node.skew().abs().compareTo(TOLERATED) > 0) {
                health.down()
                        .withDetail("cause", "The clock of " + node.name() + " differs by " + node.skew())
                        .withDetail("do", "Let the machine follow a time server (NTP)");
            }
        }
    }
}
