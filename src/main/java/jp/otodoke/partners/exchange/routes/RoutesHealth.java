package jp.otodoke.partners.exchange.routes;

import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * The health of the routes. An unreachable partner does not make the application unhealthy: it appears in the
 * details and as a task in the inbox.
 */
@Component("routes")
class RoutesHealth implements HealthIndicator {
    private final CamelContext camel;
    private final RouteFiles files;
    private final PartnerConnections connections;

    RoutesHealth(CamelContext camel, RouteFiles files, PartnerConnections connections) {
        this.camel = camel;
        this.files = files;
        this.connections = connections;
    }

    @Override
    public Health health() {
        if (!files.on()) {
            return Health.up().withDetail("routes", "off").build();
        }
        var states = new TreeMap<String, String>();
        camel.getRoutes()
                .forEach(route -> states.put(
                        route.getRouteId(),
                        camel.getRouteController()
                                .getRouteStatus(route.getRouteId())
                                .name()));
        boolean started = camel.isStarted()
                && camel.getRoutes().stream().allMatch(route -> camel.getRouteController()
                        .getRouteStatus(route.getRouteId())
                        .isStarted());
        var health = (started ? Health.up() : Health.down()).withDetails(states);
        if (!started) {
            health.withDetail("cause", "A route does not run")
                    .withDetail("do", "Look for its name in the log, then restart this node");
        }
        addUnreachable(health);
        return health.build();
    }

    private void addUnreachable(Health.Builder health) {
        var unreachable = new TreeMap<String, String>();
        connections.inboxes().forEach((partner, inbox) -> inbox.failure()
                .ifPresent(why -> unreachable.put(partner, why)));
        if (!unreachable.isEmpty()) {
            health.withDetail("unreachable", unreachable)
                    .withDetail("cause", "Partners do not answer: " + String.join(", ", unreachable.keySet()))
                    .withDetail("do", "Look at their address, login and network; what waits goes out by itself");
        }
    }
}
