package jp.otodoke.staff.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.otodoke.staff.SignInDoors;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps a sign-in waiting after failures, whether the name exists or not and whether the password is right or not. */
class ThrottledSignIn extends OncePerRequestFilter {
    private final SignInDoors doors;

    ThrottledSignIn(SignInDoors doors) {
        this.doors = doors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getMethod().equals("POST") && request.getServletPath().equals("/login")) {
            var name = request.getParameter("username");
            var wait = doors.closedFor(
                    SignInDoors.account(name == null ? "" : name), SignInDoors.address(request.getRemoteAddr()));
            if (wait > 0) {
                response.sendRedirect(request.getContextPath() + "/login?wait=" + wait);
                return;
            }
        }
        chain.doFilter(request, response);
    }
}
