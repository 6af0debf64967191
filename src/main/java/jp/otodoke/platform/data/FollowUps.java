package jp.otodoke.platform.data;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The application's transactions, and what follows them: work that the committing thread does once the transaction is
 * over and its connection back in the pool. A plain callback after the commit would need a second connection while it
 * holds the first, so that as many threads as there are connections would wait for each other.
 */
@Component("transactionManager")
public class FollowUps extends JpaTransactionManager {
    private static final Logger log = LoggerFactory.getLogger(FollowUps.class);

    private final transient ThreadLocal<@Nullable Deque<Runnable>> waiting = new ThreadLocal<>();
    private final transient ThreadLocal<Boolean> running = ThreadLocal.withInitial(() -> false);

    /**
     * Hands these values to the work when the current transaction has been committed, those of one transaction together.
     * What follows the transactions of that work is done after it. If it fails, that is logged and changes nothing.
     */
    public <T> void afterCommit(Consumer<Collection<T>> work, Collection<T> values) {
        collected(work).values.addAll(values);
    }

    private <T> FollowUp<T> collected(Consumer<Collection<T>> work) {
        for (var known : TransactionSynchronizationManager.getSynchronizations()) {
            if (known instanceof FollowUp<?> followUp && followUp.work.equals(work)) {
                @SuppressWarnings("unchecked")
                var same = (FollowUp<T>) followUp;
                return same;
            }
        }
        var first = new FollowUp<>(work);
        TransactionSynchronizationManager.registerSynchronization(first);
        return first;
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        super.doCleanupAfterCompletion(transaction);
        if (!running.get()) {
            runAll();
        }
    }

    private void runAll() {
        for (var next = next(); next != null; next = next()) {
            running.set(true);
            try {
                next.run();
            } catch (RuntimeException e) {
                log.error("What follows a commit failed", e);
            } finally {
                running.remove();
            }
        }
    }

    private @Nullable Runnable next() {
        var mine = waiting.get();
        var next = mine == null ? null : mine.poll();
        if (next == null) {
            waiting.remove();
        }
        return next;
    }

    private void add(Runnable followUp) {
        var mine = waiting.get();
        if (mine == null) {
            mine = new ArrayDeque<>();
            waiting.set(mine);
        }
        mine.add(followUp);
    }

    private final class FollowUp<T> implements TransactionSynchronization {
        private final Consumer<Collection<T>> work;
        private final Set<T> values = new LinkedHashSet<>();

        FollowUp(Consumer<Collection<T>> work) {
            this.work = work;
        }

        @Override
        public void afterCommit() {
            add(() -> work.accept(List.copyOf(values)));
        }
    }
}
