package jp.otodoke.platform.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The second attempt at a request whose work and answer are committed together: work that includes something it can do
 * without allows for it, and leaves that out then.
 */
public final class SecondAttempt {
    private static final String STATE = SecondAttempt.class.getName();
    private static final String ALLOWED = "allowed";
    private static final String RUNNING = "running";

    private SecondAttempt() {}

    /** If a fault rolls the current transaction back, be it at its commit, the request is worked on in a new one. */
    public static void allow() {
        RequestContextHolder.currentRequestAttributes().setAttribute(STATE, ALLOWED, RequestAttributes.SCOPE_REQUEST);
    }

    public static boolean isRunning() {
        return RUNNING.equals(
                RequestContextHolder.currentRequestAttributes().getAttribute(STATE, RequestAttributes.SCOPE_REQUEST));
    }

    /** @return whether it was allowed for; it runs from now on */
    static boolean begin(HttpServletRequest request) {
        var allowed = ALLOWED.equals(request.getAttribute(STATE));
        if (allowed) {
            request.setAttribute(STATE, RUNNING);
        }
        return allowed;
    }
}
