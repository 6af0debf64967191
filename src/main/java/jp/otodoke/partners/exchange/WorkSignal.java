package jp.otodoke.partners.exchange;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Signals new work to the loops that otherwise poll for it. */
@Component
public class WorkSignal {
    private final Map<String, List<Runnable>> listeners = new ConcurrentHashMap<>();

    /** @param wake must return at once */
    public void register(String partner, Runnable wake) {
        listeners.computeIfAbsent(partner, p -> new CopyOnWriteArrayList<>()).add(wake);
    }

    public void wake(String partner) {
        listeners.getOrDefault(partner, List.of()).forEach(Runnable::run);
    }

    public void wakeAll() {
        listeners.keySet().forEach(this::wake);
    }

    /** Once per partner and transaction, however many rows it wrote. */
    void afterCommit(String partner) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            wake(partner);
            return;
        }
        var asked = new AfterCommit(this, partner);
        if (!TransactionSynchronizationManager.getSynchronizations().contains(asked)) {
            TransactionSynchronizationManager.registerSynchronization(asked);
        }
    }

    private record AfterCommit(WorkSignal signal, String partner) implements TransactionSynchronization {
        @Override
        public void afterCommit() {
            signal.wake(partner);
        }
    }
}
