package jp.otodoke.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds what is read of a body that is no upload, whoever reads it and however it is sent: whoever has not signed in
 * may send a notification or a form, and no more.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodySizeFilter extends OncePerRequestFilter {
    private static final long LARGEST = 51L * 1024 * 1024;
    private static final long LARGEST_OF_STRANGERS = 1024 * 1024;

    private final ProblemWriter problemWriter;

    BodySizeFilter(ProblemWriter problemWriter) {
        this.problemWriter = problemWriter;
    }

    /** An upload has bounds of its own. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean stranger = ofStranger(request);
        if (stranger && request.getContentLengthLong() > LARGEST_OF_STRANGERS) {
            problemWriter.write(response, HttpStatus.CONTENT_TOO_LARGE, "The body is larger than 1 MB");
            return;
        }
        chain.doFilter(new BoundedRequest(request, stranger ? LARGEST_OF_STRANGERS : LARGEST), response);
    }

    /** Whether the sender says who he is; a notification is read before its signature tells. */
    private static boolean ofStranger(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/api/v1/webhooks/")
                || (request.getHeader(HttpHeaders.AUTHORIZATION) == null
                        && request.getHeader(HttpHeaders.COOKIE) == null);
    }
}
