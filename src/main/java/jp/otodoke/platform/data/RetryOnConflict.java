package jp.otodoke.platform.data;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs work in a transaction, and again if somebody else changed the same data meanwhile. */
@Component
public class RetryOnConflict {
    private static final int ATTEMPTS = 5;
    private static final long PAUSE_MILLIS = 30;

    private final TransactionTemplate transaction;
    private final ObjectProvider<ConflictKind> kinds;

    RetryOnConflict(PlatformTransactionManager transactions, ObjectProvider<ConflictKind> kinds) {
        this.transaction = new TransactionTemplate(transactions);
        this.kinds = kinds;
    }

    /** Joins a transaction that is already running, without retries. */
    public <T> T inTransaction(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Objects.requireNonNull(transaction.execute(status -> work.get()));
            } catch (RuntimeException e) {
                if (!isConflict(e)
                        || attempt == ATTEMPTS
                        || TransactionSynchronizationManager.isActualTransactionActive()) {
                    throw e;
                }
                pause(attempt);
            }
        }
    }

    /** Whether the fault, or one that caused it, is a conflict. */
    public boolean isConflict(RuntimeException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof RuntimeException one && isOne(one)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOne(RuntimeException fault) {
        return fault instanceof ConcurrencyFailureException || kinds.stream().anyMatch(kind -> kind.covers(fault));
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(PAUSE_MILLIS * attempt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
