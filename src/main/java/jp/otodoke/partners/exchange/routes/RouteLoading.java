package jp.otodoke.partners.exchange.routes;

import jp.otodoke.partners.exchange.Partner;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.support.PluginHelper;
import org.springframework.stereotype.Component;

/**
 * Adds the routes to Camel before it starts: those of the files, and for each SFTP partner those made from the
 * templates {@code partner-in} and {@code partner-out}, unless a file defines the partner's own.
 */
@Component
class RouteLoading implements CamelContextConfiguration {
    private final RouteFiles files;
    private final PartnerConnections connections;

    RouteLoading(RouteFiles files, PartnerConnections connections) {
        this.files = files;
        this.connections = connections;
    }

    @Override
    public void beforeApplicationStart(CamelContext camel) {
        if (!files.on()) {
            return;
        }
        connections.bindTo(camel);
        var usable = files.all().stream()
                .filter(file -> connections.usable(file.getLocation()))
                .toList();
        try {
            PluginHelper.getRoutesLoader(camel).loadRoutes(usable);
            connections.connected().forEach(partner -> addRoutes(camel, partner));
        } catch (Exception e) {
            throw new IllegalStateException("The routes can't be loaded: " + e.getMessage(), e);
        }
    }

    private void addRoutes(CamelContext camel, Partner partner) {
        add(camel, partner, "in");
        if (!partner.sends().isEmpty()) {
            add(camel, partner, "out");
        }
    }

    /**
     * The parameter names share a prefix, because Camel prefers environment variables to parameters of the same
     * name.
     */
    private void add(CamelContext camel, Partner partner, String direction) {
        var route = partner.code() + "-" + direction;
        if (((ModelCamelContext) camel).getRouteDefinition(route) != null) {
            return;
        }
        var template = TemplatedRouteBuilder.builder(camel, "partner-" + direction)
                .routeId(route)
                .parameter("partner.code", partner.code());
        connections.parameters(partner.code()).forEach((name, value) -> template.parameter("partner." + name, value));
        template.add();
    }

    @Override
    public void afterApplicationStart(CamelContext camel) {}
}
