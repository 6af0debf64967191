package jp.otodoke.fulfilment.process;

import java.util.Optional;
import jp.otodoke.inventory.AllocateStock;
import jp.otodoke.workflow.DeferredSteps;
import org.springframework.stereotype.Component;

/** Stock is allocated when the transaction commits, which belongs to the step {@link AllocateStockDelegate}. */
@Component
class AllocationAtCommit implements DeferredSteps {
    @Override
    public Optional<String> step(Throwable failure) {
        return AllocateStock.failedAtCommit(failure) ? Optional.of("allocate-stock") : Optional.empty();
    }
}
