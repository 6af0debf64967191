package jp.otodoke.platform.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The second attempt at a request whose work and answer are committed together: work that failed by something it can do
 * without asks for it, and leaves that out then.
 */
public final class SecondAttempt {
    private static final String STATE = SecondAttempt.class.getName();
    private static final String ASKED = "asked";
    private static final String RUNNING = "running";

    private SecondAttempt() {}

    /** Has the current request worked on once more, in a new transaction, when the current one has been rolled back. */
    public static void ask() {
        RequestContextHolder.currentRequestAttributes().setAttribute(STATE, ASKED, RequestAttributes.SCOPE_REQUEST);
    }

    public static boolean isRunning() {
        return RUNNING.equals(RequestContextHolder.currentRequestAttributes()
                .getAttribute(STATE, RequestAttributes.SCOPE_REQUEST));
    }

    static boolean isAsked(HttpServletRequest request) {
        return ASKED.equals(request.getAttribute(STATE));
    }

    /** @return whether it was asked for; it runs from now on */
    static boolean begin(HttpServletRequest request) {
        var asked = isAsked(request);
        if (asked) {
            request.setAttribute(STATE, RUNNING);
        }
        return asked;
    }
}
