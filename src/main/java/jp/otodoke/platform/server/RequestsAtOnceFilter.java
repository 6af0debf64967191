package jp.otodoke.platform.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import jp.otodoke.shared.BilingualText;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Lets one session, or one address without any, have only some requests worked on at once, so that a burst of one
 * makes nobody else wait. It is refused before the session is read. A live stream counts only while it is opened;
 * programs with a token and notifications of partners may send as many as they like.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class RequestsAtOnceFilter extends OncePerRequestFilter {
    /** A browser sends six to one host; the rest is for several browsers and for proxies that bundle requests. */
    static final int MOST_OF_A_SESSION = 24;

    /** Whoever opens the page to sign in, of a whole office behind one address. */
    static final int MOST_OF_AN_ADDRESS = 60;

    private static final List<String> FILES = List.of("/css/", "/js/", "/img/", "/webjars/");

    private final String sessionCookie;
    private final ConcurrentHashMap<String, Integer> atOnce = new ConcurrentHashMap<>();

    RequestsAtOnceFilter(@Value("${server.servlet.session.cookie.name:SESSION}") String sessionCookie) {
        this.sessionCookie = sessionCookie;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var share = isFile(request) ? null : share(request);
        if (share == null) {
            chain.doFilter(request, response);
            return;
        }
        int running = atOnce.merge(share.sender(), 1, Integer::sum);
        try {
            if (running > share.most()) {
                refuse(response, share.most());
            } else {
                chain.doFilter(request, response);
            }
        } finally {
            atOnce.computeIfPresent(share.sender(), (sender, now) -> now == 1 ? null : now - 1);
        }
    }

    /** Styles, scripts and pictures cost next to nothing, and a page without them is no page. */
    private static boolean isFile(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return FILES.stream().anyMatch(path::startsWith);
    }

    /** A session counts whatever comes with it: a made-up token would lift the limit otherwise. */
    private @Nullable Share share(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, sessionCookie);
        if (cookie != null) {
            return new Share("session " + cookie.getValue(), MOST_OF_A_SESSION);
        }
        return request.getMethod().equals("GET") && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                ? new Share("address " + request.getRemoteAddr(), MOST_OF_AN_ADDRESS)
                : null;
    }

    /** In plain text: a page would cost as much as what is refused, and who reads this is a program. */
    private static void refuse(HttpServletResponse response, int most) throws IOException {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(MediaType.TEXT_PLAIN_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        var words = BilingualText.of("server.too-many-at-once", most);
        response.getWriter().println(words.japanese() + "\n" + words.english());
    }

    /** @param most how many requests of the sender are worked on at once */
    private record Share(String sender, int most) {}
}
