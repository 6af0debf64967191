package jp.otodoke.staff.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jp.otodoke.staff.StaffUser;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses what a page's script asks once somebody else has signed in: nobody goes on with another's work. */
class PageUserFilter extends OncePerRequestFilter {
    static final String HEADER = "Otodoke-User";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var who = SecurityContextHolder.getContext().getAuthentication();
        var page = request.getHeader(HEADER);
        if (page != null
                && who != null
                && who.getPrincipal() instanceof StaffUser user
                && !user.username().equals(page)) {
            SessionEnded.tell(response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
