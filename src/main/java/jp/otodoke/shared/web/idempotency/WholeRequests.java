package jp.otodoke.shared.web.idempotency;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import jp.otodoke.shared.web.idempotency.KeptAnswers.Key;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Requests whose work and answer are committed together: a node that is killed leaves both or none. These are those that
 * nothing else keeps from being done twice. Files have their fingerprints, tasks and deposits their state.
 */
@Component
class WholeRequests {
    private static final Pattern ADDRESSES =
            Pattern.compile("/api/v1/(customers|orders|orders/[^/]+/(cancel|hold|release))");

    private final KeptAnswers answers;
    private final TransactionTemplate transaction;

    WholeRequests(KeptAnswers answers, PlatformTransactionManager transactions) {
        this.answers = answers;
        this.transaction = new TransactionTemplate(transactions);
    }

    boolean matches(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return ADDRESSES.matcher(path).matches();
    }

    /** @return whether the answer is final and kept */
    boolean workAndKeep(Key key, BufferedAnswer answer, Work work) throws ServletException, IOException {
        var kept = Boolean.TRUE.equals(inTransaction(key, answer, work));
        if (!kept && answer.getStatus() >= 400 && Answer.isFinal(answer)) {
            answers.keep(key, Answer.of(answer));
            return true;
        }
        return kept;
    }

    private Boolean inTransaction(Key key, BufferedAnswer answer, Work work) throws ServletException, IOException {
        try {
            return transaction.execute(status -> {
                work(work);
                if (answer.getStatus() >= 400 || !Answer.isFinal(answer)) {
                    status.setRollbackOnly();
                    return false;
                }
                answers.keep(key, Answer.of(answer));
                return true;
            });
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

    /** The rest of the chain. */
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
