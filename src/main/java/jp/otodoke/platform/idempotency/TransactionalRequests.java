package jp.otodoke.platform.idempotency;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import jp.otodoke.platform.idempotency.IdempotentRequests.Key;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Requests whose work and response are committed together, so that a killed node leaves both or neither: those
 * that nothing else protects from being done twice. Files have fingerprints, tasks and deposits their state.
 */
@Component
class TransactionalRequests {
    private static final Pattern ADDRESSES =
            Pattern.compile("/api/v1/(customers|orders|orders/[^/]+/(cancel|hold|release))");

    private final IdempotentRequests answers;
    private final TransactionTemplate transaction;

    TransactionalRequests(IdempotentRequests answers, PlatformTransactionManager transactions) {
        this.answers = answers;
        this.transaction = new TransactionTemplate(transactions);
    }

    boolean matches(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return ADDRESSES.matcher(path).matches();
    }

    /** @return whether the response is final and stored */
    boolean workAndStore(Key key, HttpServletRequest request, BufferedResponse answer, Work work)
            throws ServletException, IOException {
        var stored = firstAttempt(key, request, answer, work);
        if (SecondAttempt.begin(request)) {
            answer.startOver();
            stored = inTransaction(key, answer, work);
        }
        if (!stored && answer.getStatus() >= 400 && StoredResponse.isFinal(answer)) {
            answers.store(key, StoredResponse.of(answer));
            return true;
        }
        return stored;
    }

    private boolean firstAttempt(Key key, HttpServletRequest request, BufferedResponse answer, Work work)
            throws ServletException, IOException {
        try {
            return inTransaction(key, answer, work);
        } catch (ServletException e) {
            if (SecondAttempt.isAsked(request)) {
                return false;
            }
            throw e;
        }
    }

    private boolean inTransaction(Key key, BufferedResponse answer, Work work) throws ServletException, IOException {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                work(work);
                if (answer.getStatus() >= 400 || !StoredResponse.isFinal(answer)) {
                    status.setRollbackOnly();
                    return false;
                }
                answers.store(key, StoredResponse.of(answer));
                return true;
            }));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (Failed e) {
            throw e.cause;
        }
    }

    private static void work(Work work) {
        try {
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new Failed(e);
        }
    }

    /** The rest of the filter chain. */
    interface Work {
        void run() throws ServletException, IOException;
    }

    private static final class Failed extends RuntimeException {
        private final transient ServletException cause;

        Failed(ServletException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
