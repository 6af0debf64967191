package jp.otodoke.staff.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import jp.otodoke.staff.SecondFactor;
import jp.otodoke.staff.StaffUser;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stops users who need a second factor until they have given it, in each session anew. */
class SecondFactorFilter extends OncePerRequestFilter {
    /** Session attribute: the second factor was given in this session. */
    static final String SHOWN = "second-factor.shown";

    private static final List<String> OPEN = List.of(
            "/second-factor",
            "/logout",
            "/login",
            "/session",
            "/css/",
            "/js/",
            "/img/",
            "/webjars/",
            "/actuator/health");

    private final SecondFactor second;

    SecondFactorFilter(SecondFactor second) {
        this.second = second;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var who = SecurityContextHolder.getContext().getAuthentication();
        if (who != null
                && who.getPrincipal() instanceof StaffUser user
                && second.needed(user)
                && !shown(request)
                && OPEN.stream().noneMatch(request.getServletPath()::startsWith)) {
            if (ScriptRequest.is(request)) {
                SessionEnded.tell(response);
                return;
            }
            response.sendRedirect(
                    request.getContextPath() + (user.secondFactor() ? "/second-factor" : "/second-factor/new"));
        } else {
            chain.doFilter(request, response);
        }
    }

    static boolean shown(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(SHOWN) != null;
    }
}
