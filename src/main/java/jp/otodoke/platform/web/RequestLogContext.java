package jp.otodoke.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Adds the order or parcel in a request's path to every log line about it, and nothing of its content. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestLogContext extends OncePerRequestFilter {
    private static final Pattern NUMBER = Pattern.compile("/(?:orders|shipments)/([A-Z]\\d{8}(?:-\\d+)?)(?:/|$)");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var found = NUMBER.matcher(request.getRequestURI());
        if (!found.find()) {
            chain.doFilter(request, response);
            return;
        }
        try (var inLog = MDC.putCloseable("case", found.group(1))) {
            chain.doFilter(request, response);
        }
    }
}
