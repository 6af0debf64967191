package jp.otodoke.partners.exchange.routes;

import java.util.Map;
import jp.otodoke.partners.exchange.Transport;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/** Passes files to the route {@code direct:<partner>-out}. */
@Component
class CamelTransport implements Transport {
    private final ProducerTemplate routes;
    private final RouteFiles files;

    CamelTransport(ProducerTemplate routes, RouteFiles files) {
        this.routes = routes;
        this.files = files;
    }

    @Override
    public void deliver(String partner, String fileName, byte[] content) {
        routes.sendBodyAndHeaders("direct:" + partner + "-out", content, Map.of(Exchange.FILE_NAME, fileName));
    }

    @Override
    public boolean running() {
        return files.on();
    }

    @Override
    public boolean ready() {
        return routes.getCamelContext().isStarted();
    }
}
