package jp.otodoke.partners.exchange.routes;

import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.camel.support.PluginHelper;
import org.springframework.stereotype.Component;

/** Gives Camel its routes before it starts. */
@Component
class RouteLoading implements CamelContextConfiguration {
    private final RouteFiles files;
    private final Partners partners;

    RouteLoading(RouteFiles files, Partners partners) {
        this.files = files;
        this.partners = partners;
    }

    @Override
    public void beforeApplicationStart(CamelContext camel) {
        if (!files.on()) {
            return;
        }
        partners.bindTo(camel);
        var usable = files.all().stream()
                .filter(file -> partners.usable(file.getLocation()))
                .toList();
        try {
            PluginHelper.getRoutesLoader(camel).loadRoutes(usable);
        } catch (Exception e) {
            throw new IllegalStateException("The routes can't be loaded: " + e.getMessage(), e);
        }
    }

    @Override
    public void afterApplicationStart(CamelContext camel) {}
}
