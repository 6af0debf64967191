package jp.otodoke.staff.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.otodoke.platform.web.ProblemWriter;
import jp.otodoke.staff.ApiClients;
import jp.otodoke.staff.LoginThrottle;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Authenticates a program by its token. */
class BearerToken extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";

    private final ApiClients clients;
    private final LoginThrottle throttle;
    private final ProblemWriter problemWriter;

    BearerToken(ApiClients clients, LoginThrottle throttle, ProblemWriter problemWriter) {
        this.clients = clients;
        this.throttle = throttle;
        this.problemWriter = problemWriter;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            chain.doFilter(request, response);
            return;
        }
        var who = clients.authenticate(header.substring(SCHEME.length()).strip());
        if (who.isEmpty()) {
            var key = LoginThrottle.tokensFrom(request.getRemoteAddr());
            throttle.failed(key, LoginThrottle.ADDRESS);
            var wait = throttle.secondsLocked(key);
            if (wait > 0) {
                response.setHeader("Retry-After", String.valueOf(wait));
                problemWriter.tooManyRequests(request, response);
                return;
            }
            problemWriter.unauthorized(request, response, new BadCredentialsException("unknown token"));
            return;
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(who.get());
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }
}
