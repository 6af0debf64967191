package jp.otodoke.platform.idempotency;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.platform.idempotency.IdempotentRequests.Key;
import jp.otodoke.platform.web.ProblemWriter;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers a POST of the API that repeats an {@code Idempotency-Key} with the stored response. Runs after
 * authentication: a key belongs to the API client that used it.
 */
@Component
@Order(0)
class IdempotencyFilter extends OncePerRequestFilter {
    static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 255;
    private static final int LARGEST_BODY = 50 * 1024 * 1024;
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(20);
    private static final long POLL_MILLIS = 100;

    private final IdempotencyClaims idempotencyClaims;
    private final IdempotentRequests answers;
    private final TransactionalRequests transactional;
    private final ProblemWriter problemWriter;

    IdempotencyFilter(
            IdempotencyClaims idempotencyClaims,
            IdempotentRequests answers,
            TransactionalRequests transactional,
            ProblemWriter problemWriter) {
        this.idempotencyClaims = idempotencyClaims;
        this.answers = answers;
        this.transactional = transactional;
        this.problemWriter = problemWriter;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !request.getRequestURI().startsWith(request.getContextPath() + "/api/v1/")
                || request.getHeader(HEADER) == null
                || request.getUserPrincipal() == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var text = request.getHeader(HEADER).strip();
        if (text.isEmpty() || text.length() > LONGEST_KEY) {
            problemWriter.write(response, HttpStatus.BAD_REQUEST, HEADER + " has 1 to " + LONGEST_KEY + " characters");
            return;
        }
        var key = new Key(request.getUserPrincipal().getName(), text);
        var type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/")) {
            if (readable(request)) {
                answerOnce(key, new RequestFingerprint(request).parts(request).hex(), request, response, chain);
            } else {
                chain.doFilter(request, response);
            }
        } else if (type.startsWith("application/x-www-form-urlencoded")) {
            answerOnce(key, new RequestFingerprint(request).fields(request).hex(), request, response, chain);
        } else {
            answerWithBody(key, request, response, chain);
        }
    }

    private void answerWithBody(Key key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (var body = FileContent.copyOf(request.getInputStream(), LARGEST_BODY + 1)) {
            if (body.size() > LARGEST_BODY) {
                problemWriter.write(response, HttpStatus.CONTENT_TOO_LARGE, "The body is larger than 50 MB");
                return;
            }
            var hash = new RequestFingerprint(request).body(body).hex();
            answerOnce(key, hash, new RepeatableRequest(request, body), response, chain);
        }
    }

    /** A request that is too large or malformed is refused further down the chain, as without a key. */
    private static boolean readable(HttpServletRequest request) {
        try {
            request.getParts();
            return true;
        } catch (ServletException | IOException | IllegalStateException e) {
            return false;
        }
    }

    private void answerOnce(
            Key key, String hash, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var until = System.nanoTime() + LONGEST_WAIT;
        do {
            if (idempotencyClaims.claim(key, hash)) {
                work(key, request, response, chain);
                return;
            }
            var stored = answers.find(key).orElse(null);
            if (stored != null && !stored.requestHash().equals(hash)) {
                problemWriter.write(response, HttpStatus.CONFLICT, "This " + HEADER + " was used with another request");
                return;
            }
            if (stored != null && stored.answer() != null) {
                stored.answer().writeTo(response);
                return;
            }
        } while (System.nanoTime() < until && pause());
        response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        problemWriter.write(response, HttpStatus.CONFLICT, "The first request with this " + HEADER + " is in progress");
    }

    private static boolean pause() {
        try {
            Thread.sleep(POLL_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void work(Key key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = new BufferedResponse(response);
        var stored = false;
        try {
            stored = transactional.matches(request)
                    ? transactional.workAndStore(key, request, answer, () -> chain.doFilter(request, answer))
                    : workThenStore(key, request, answer, chain);
        } finally {
            idempotencyClaims.end(key);
            if (!stored) {
                answers.release(key);
            }
        }
        answer.copyBodyToResponse();
    }

    private boolean workThenStore(Key key, HttpServletRequest request, BufferedResponse answer, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, answer);
        if (StoredResponse.isFinal(answer)) {
            answers.store(key, StoredResponse.of(answer));
            return true;
        }
        return false;
    }
}
