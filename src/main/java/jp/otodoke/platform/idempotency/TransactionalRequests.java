package jp.otodoke.platform.idempotency;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import jp.otodoke.platform.idempotency.IdempotentRequests.Key;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Requests whose work and response are committed together, so that a killed node leaves both or neither: those
 * that nothing else protects from being done twice. Files have fingerprints, tasks and deposits their state.
 */
@Component
class TransactionalRequests {
    private static final Pattern ADDRESSES =
            Pattern.compile("/api/v1/(customers|orders|orders/[^/]+/(cancel|hold|release))");

    private static final Logger log = LoggerFactory.getLogger(TransactionalRequests.class);

    private final IdempotentRequests answers;
    private final TransactionTemplate transaction;
    private final ObjectProvider<DispatcherServlet> servlet;

    TransactionalRequests(
            IdempotentRequests answers,
            PlatformTransactionManager transactions,
            ObjectProvider<DispatcherServlet> servlet) {
        this.answers = answers;
        this.transaction = new TransactionTemplate(transactions);
        this.servlet = servlet;
    }

    boolean matches(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return ADDRESSES.matcher(path).matches();
    }

    /**
     * A second attempt, where one is allowed for, is made by the servlet alone: the filters have done their part.
     *
     * @return whether the response is final and stored
     */
    boolean workAndStore(Key key, HttpServletRequest request, BufferedResponse answer, Work work)
            throws ServletException, IOException {
        var stored = attempt(key, request, answer, work);
        if (!stored && answer.getStatus() >= 400 && StoredResponse.isFinal(answer)) {
            answers.store(key, StoredResponse.of(answer));
            return true;
        }
        return stored;
    }

    private boolean attempt(Key key, HttpServletRequest request, BufferedResponse answer, Work work)
            throws ServletException, IOException {
        try {
            var stored = inTransaction(key, answer, work);
            if (stored || StoredResponse.isFinal(answer) || answer.isCommitted() || !SecondAttempt.begin(request)) {
                return stored;
            }
        } catch (ServletException | RuntimeException fault) {
            if (answer.isCommitted() || !SecondAttempt.begin(request)) {
                throw fault;
            }
            log.warn("A request is worked on once more, as it failed", fault);
        }
        answer.startOver();
        return inTransaction(key, answer, () -> servlet.getObject().service(request, answer));
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
