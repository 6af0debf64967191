package jp.otodoke.platform.data;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits the statements of requests that only read. What is streamed is written by other threads after the request,
 * so an export is not cut; what changes something is not stopped half way by a busy machine.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ReadLimitFilter extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !READING.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ReadLimit.apply();
        try {
            chain.doFilter(request, response);
        } finally {
            ReadLimit.lift();
        }
    }
}
