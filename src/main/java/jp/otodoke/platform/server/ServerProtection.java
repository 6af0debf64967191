package jp.otodoke.platform.server;

import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Runs after Boot's own customizers, so that the address of a request is the one that a named proxy tells. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ServerProtection implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    /** Of the two hundred request threads. */
    private static final int MOST_WAITING = 120;

    private static final int MOST_WAITING_FOR_AN_ADDRESS = 64;

    /** Between two parts of a body. */
    private static final int LONGEST_PAUSE_MILLIS = 10_000;

    private static final int HEALTH_THREADS = 4;

    /** More wait at the door of the system than arrive at a moment. */
    private static final int MOST_NOT_ACCEPTED = 1_000;

    private final int healthPort;
    private final ConnectionLimit connectionLimit;

    ServerProtection(
            @Value("${otodoke.health.port:0}") int healthPort,
            @Value("${otodoke.connections.per-address:2000}") int mostPerAddress,
            @Value("${otodoke.proxies:}") String proxies) {
        this.healthPort = healthPort;
        connectionLimit = new ConnectionLimit(mostPerAddress, proxies);
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new SlowBodyValve(new WaitingReads(MOST_WAITING_FOR_AN_ADDRESS, MOST_WAITING)));
        factory.setProtocol(CappedProtocol.class.getName());
        factory.addConnectorCustomizers(ServerProtection::limitPauses, this::limitConnections);
        if (healthPort > 0) {
            var health = new Connector();
            health.setPort(healthPort);
            limitPauses(health);
            if (health.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                http.setMaxThreads(HEALTH_THREADS);
                http.setMinSpareThreads(1);
            }
            factory.addAdditionalConnectors(health);
            factory.addEngineValves(new HealthOnlyValve(health));
        }
    }

    private void limitConnections(Connector connector) {
        if (connector.getProtocolHandler() instanceof CappedProtocol capped) {
            capped.limit(connectionLimit);
            capped.setAcceptCount(MOST_NOT_ACCEPTED);
        }
    }

    private static void limitPauses(Connector connector) {
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
            http.setDisableUploadTimeout(false);
            http.setConnectionUploadTimeout(LONGEST_PAUSE_MILLIS);
        }
    }
}
