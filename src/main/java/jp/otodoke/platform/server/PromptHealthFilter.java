package jp.otodoke.platform.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.HttpCodeStatusMapper;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers whoever asks for the health without signing in, as a load balancer does, without sessions or rights. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PromptHealthFilter extends OncePerRequestFilter implements DisposableBean {
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "health");
        thread.setDaemon(true);
        return thread;
    });
    private final PromptHealth health;
    private final ObjectProvider<HttpCodeStatusMapper> codes;

    PromptHealthFilter(ObjectProvider<HealthEndpoint> health, ObjectProvider<HttpCodeStatusMapper> codes) {
        this.health = new PromptHealth(() -> health.getObject().health().getStatus(), worker, System::nanoTime);
        this.codes = codes;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("GET")
                || !request.getRequestURI().equals(request.getContextPath() + HealthOnlyValve.HEALTH)
                || request.getHeader(HttpHeaders.AUTHORIZATION) != null
                || request.getHeader(HttpHeaders.COOKIE) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        var status = health.status();
        response.setStatus(codes.getObject().getStatusCode(status));
        response.setContentType("application/vnd.spring-boot.actuator.v3+json");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getWriter().write("{\"status\":\"" + status.getCode() + "\"}");
    }

    @Override
    public void destroy() {
        worker.shutdownNow();
        super.destroy();
    }
}
