package jp.otodoke.platform.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Pages are made by as few threads at once as keep the processors busy; the others wait in the order of their arrival.
 * Otherwise, when many come at once, each is slowed by all others, and so is the compiler that would make them faster:
 * after a start the machine doesn't catch up for many minutes. Whoever has waited long enough goes on, so pages that wait
 * for a slow answer of the database hold nobody up for longer.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 6)
class ReadingTurnFilter extends OncePerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final int FOR_EACH_PROCESSOR = 3;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final Semaphore turns;
    private final Duration longestWait;

    @Autowired
    ReadingTurnFilter() {
        this(FOR_EACH_PROCESSOR * Runtime.getRuntime().availableProcessors(), LONGEST_WAIT);
    }

    ReadingTurnFilter(int atOnce, Duration longestWait) {
        this.turns = new Semaphore(atOnce, true);
        this.longestWait = longestWait;
    }

    /** What changes something may wait for a slow sender, and is rare beside what reads. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !READING.contains(request.getMethod()) || StaticFiles.asked(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean turn = awaitTurn();
        try {
            chain.doFilter(request, response);
        } finally {
            if (turn) {
                turns.release();
            }
        }
    }

    private boolean awaitTurn() {
        try {
            return turns.tryAcquire(longestWait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
