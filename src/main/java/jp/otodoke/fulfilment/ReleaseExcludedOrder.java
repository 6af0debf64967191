package jp.otodoke.fulfilment;

import jp.otodoke.platform.data.RetryOnConflict;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Releases an order that fell out of a wave at once; the next wave takes it if it is not due. */
@Component
class ReleaseExcludedOrder {
    private final DueOrders dueOrders;
    private final ReleaseWave releaseWave;
    private final RetryOnConflict retryOnConflict;
    private final BusinessClock clock;

    ReleaseExcludedOrder(
            DueOrders dueOrders, ReleaseWave releaseWave, RetryOnConflict retryOnConflict, BusinessClock clock) {
        this.dueOrders = dueOrders;
        this.releaseWave = releaseWave;
        this.retryOnConflict = retryOnConflict;
        this.clock = clock;
    }

    /** @throws Refusal if it still cannot be released (conflict) */
    @Transactional(propagation = Propagation.MANDATORY)
    void release(OrderNumber number) {
        try {
            releaseWave.release(dueOrders.lock(clock.today(), number), WaveScope.ALL);
        } catch (RuntimeException e) {
            if (e instanceof Refusal || retryOnConflict.isConflict(e)) {
                throw e;
            }
            LoggerFactory.getLogger(getClass()).error("Could not release order {}", number, e);
            throw Refusal.conflict("task.wave-order-failed.still", number);
        }
    }
}
