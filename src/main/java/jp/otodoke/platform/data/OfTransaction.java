package jp.otodoke.platform.data;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A value that belongs to the current transaction: one that starts meanwhile does not see it, and it ends with its own. */
public final class OfTransaction<T> {
    /** There must be a transaction; a value that is there already is replaced. */
    public void set(T value) {
        if (!TransactionSynchronizationManager.hasResource(this)) {
            TransactionSynchronizationManager.registerSynchronization(new Bound());
        }
        TransactionSynchronizationManager.unbindResourceIfPossible(this);
        TransactionSynchronizationManager.bindResource(this, value);
    }

    /** Null if there is none. */
    @SuppressWarnings("unchecked")
    public @Nullable T get() {
        return (T) TransactionSynchronizationManager.getResource(this);
    }

    /** Takes it away; null if there is none. */
    @SuppressWarnings("unchecked")
    public @Nullable T remove() {
        return (T) TransactionSynchronizationManager.unbindResourceIfPossible(this);
    }

    private final class Bound implements TransactionSynchronization {
        private @Nullable Object suspended;

        @Override
        public void suspend() {
            suspended = TransactionSynchronizationManager.unbindResourceIfPossible(OfTransaction.this);
        }

        @Override
        public void resume() {
            if (suspended != null) {
                TransactionSynchronizationManager.bindResource(OfTransaction.this, suspended);
                suspended = null;
            }
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResourceIfPossible(OfTransaction.this);
        }
    }
}
