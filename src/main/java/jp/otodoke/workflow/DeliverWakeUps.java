package jp.otodoke.workflow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.otodoke.platform.data.KeptPlans;
import jp.otodoke.platform.data.RetryOnConflict;
import jp.otodoke.workflow.WakeUps.WakeUp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Delivers recorded wake-ups, those of some cases in one transaction. If that fails, each is delivered alone; one that
 * fails alone becomes a job of the engine, whose retries and incident stand where the case waits.
 */
@Component
class DeliverWakeUps {
    private static final Logger log = LoggerFactory.getLogger(DeliverWakeUps.class);
    private static final int CASES = 50;

    private final WakeUps wakeUps;
    private final Processes processes;
    private final KeptPlans plans;
    private final RetryOnConflict retryOnConflict;
    private final TransactionTemplate transaction;

    DeliverWakeUps(
            WakeUps wakeUps,
            Processes processes,
            KeptPlans plans,
            RetryOnConflict retryOnConflict,
            PlatformTransactionManager transactions) {
        this.wakeUps = wakeUps;
        this.processes = processes;
        this.plans = plans;
        this.retryOnConflict = retryOnConflict;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Delivers all wake-ups for these keys; not from within a command of the engine. */
    void of(Collection<String> keys) {
        var all = List.copyOf(keys);
        for (int i = 0; i < all.size(); i += CASES) {
            var some = all.subList(i, Math.min(i + CASES, all.size()));
            inOne(some, () -> {
                plans.use();
                deliver(wakeUps.take(some));
            });
        }
    }

    /**
     * Delivers what others have left behind, of some cases.
     *
     * @return whether there may be more that can be delivered at once
     */
    boolean leftBehind() {
        var keys = new ArrayList<String>();
        return inOne(keys, () -> {
                    keys.addAll(wakeUps.leftBehind(CASES));
                    plans.use();
                    deliver(wakeUps.take(keys));
                })
                && !keys.isEmpty();
    }

    private boolean inOne(List<String> keys, Runnable work) {
        try {
            transaction.executeWithoutResult(status -> work.run());
            return true;
        } catch (RuntimeException e) {
            log.info(
                    "Delivering the messages to {} cases one by one, as together they failed: {}",
                    keys.size(),
                    e.getMessage());
            List.copyOf(keys).forEach(this::alone);
            return false;
        }
    }

    private void alone(String key) {
        try {
            while (retryOnConflict.inTransaction(() -> deliverOldest(key))) {}
        } catch (RuntimeException e) {
            if (retryOnConflict.isConflict(e)) {
                log.info("Messages to {} wait because others change the same: {}", key, e.getMessage());
            } else {
                log.warn("A message to {} failed and becomes a job", key, e);
                scheduleOldest(key);
            }
        }
    }

    private boolean deliverOldest(String key) {
        var oldest = wakeUps.takeOldest(key);
        oldest.ifPresent(one -> deliver(List.of(one)));
        return oldest.isPresent();
    }

    private void scheduleOldest(String key) {
        try {
            transaction.executeWithoutResult(status -> wakeUps.takeOldest(key)
                    .ifPresent(one -> processes.deliverByJob(one.process(), one.message(), one.businessKey())));
        } catch (RuntimeException e) {
            log.error("The messages to {} stay until a node can deliver them", key, e);
        }
    }

    /** Each case gets its messages in their order; those for which the same message is next get it together. */
    private void deliver(List<WakeUp> taken) {
        var left = new LinkedHashMap<String, Deque<WakeUp>>();
        taken.forEach(one -> left.computeIfAbsent(one.businessKey(), key -> new ArrayDeque<>())
                .add(one));
        while (!left.isEmpty()) {
            var first = left.values().iterator().next().getFirst();
            var keys = left.entrySet().stream()
                    .filter(one -> same(first, one.getValue().getFirst()))
                    .map(Map.Entry::getKey)
                    .toList();
            keys.forEach(key -> left.computeIfPresent(key, (same, waiting) -> {
                waiting.removeFirst();
                return waiting.isEmpty() ? null : waiting;
            }));
            processes.deliver(first.process(), first.message(), keys);
        }
    }

    private static boolean same(WakeUp one, WakeUp other) {
        return one.message().equals(other.message()) && one.process().equals(other.process());
    }
}
