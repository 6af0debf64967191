package jp.otodoke.staff.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import jp.otodoke.staff.StaffUser;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets users with an initial password only reach the page that changes it. */
class InitialPasswordFilter extends OncePerRequestFilter {
    private static final List<String> OPEN = List.of(
            "/password",
            "/second-factor",
            "/logout",
            "/login",
            "/session",
            "/css/",
            "/js/",
            "/img/",
            "/webjars/",
            "/actuator/health");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (mustChange() && OPEN.stream().noneMatch(request.getServletPath()::startsWith)) {
            if (ScriptRequest.is(request)) {
                SessionEnded.tell(response);
                return;
            }
            response.sendRedirect(request.getContextPath() + "/password");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean mustChange() {
        var who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof StaffUser user && user.mustChangePassword();
    }
}
