package jp.otodoke.platform.server;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** On its connector nothing but the health is answered. */
class HealthOnlyValve extends ValveBase {
    static final String HEALTH = "/actuator/health";

    private final Connector connector;

    HealthOnlyValve(Connector connector) {
        super(true);
        this.connector = connector;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (request.getConnector() == connector && !request.getRequestURI().startsWith(HEALTH)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        getNext().invoke(request, response);
    }
}
