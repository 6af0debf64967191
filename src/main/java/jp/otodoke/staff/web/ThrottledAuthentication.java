package jp.otodoke.staff.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.otodoke.staff.LoginThrottle;
import org.springframework.web.filter.OncePerRequestFilter;

/** Delays sign-in after failures, whether or not the name exists and the password is right. */
class ThrottledAuthentication extends OncePerRequestFilter {
    private final LoginThrottle throttle;

    ThrottledAuthentication(LoginThrottle throttle) {
        this.throttle = throttle;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getMethod().equals("POST") && request.getServletPath().equals("/login")) {
            var name = request.getParameter("username");
            var wait = throttle.secondsLocked(
                    LoginThrottle.account(name == null ? "" : name), LoginThrottle.address(request.getRemoteAddr()));
            if (wait > 0) {
                response.sendRedirect(request.getContextPath() + "/login?wait=" + wait);
                return;
            }
        }
        chain.doFilter(request, response);
    }
}
