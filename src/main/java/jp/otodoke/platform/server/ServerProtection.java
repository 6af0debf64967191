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

    private final int healthPort;

    ServerProtection(@Value("${otodoke.health.port:0}") int healthPort) {
        this.healthPort = healthPort;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new SlowBodyValve(new WaitingReads(MOST_WAITING_FOR_AN_ADDRESS, MOST_WAITING)));
        factory.addConnectorCustomizers(ServerProtection::limitPauses);
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

    private static void limitPauses(Connector connector) {
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
            http.setDisableUploadTimeout(false);
            http.setConnectionUploadTimeout(LONGEST_PAUSE_MILLIS);
        }
    }
}
