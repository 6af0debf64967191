package jp.otodoke.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** A cookie that can't name a session is none: nobody looks for it in the database, which can't hold every character. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SessionCookieFilter extends OncePerRequestFilter {
    private static final Pattern SESSION = Pattern.compile("[0-9A-Za-z-]{1,100}");

    private final String name;

    SessionCookieFilter(@Value("${server.servlet.session.cookie.name:SESSION}") String name) {
        this.name = name;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public Cookie @Nullable [] getCookies() {
                        return usable(super.getCookies());
                    }
                },
                response);
    }

    private Cookie @Nullable [] usable(Cookie @Nullable [] cookies) {
        return cookies == null
                ? null
                : Arrays.stream(cookies)
                        .filter(cookie -> !cookie.getName().equals(name) || namesASession(cookie.getValue()))
                        .toArray(Cookie[]::new);
    }

    /** Spring Session writes it in Base64. */
    private static boolean namesASession(String value) {
        try {
            var id = new String(Base64.getDecoder().decode(value), StandardCharsets.ISO_8859_1);
            return SESSION.matcher(id).matches();
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }
}
