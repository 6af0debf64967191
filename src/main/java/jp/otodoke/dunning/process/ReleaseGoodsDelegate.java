package jp.otodoke.dunning.process;

import jp.otodoke.dunning.ReleaseGoods;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Releases the orders that the case has held. */
@Component
class ReleaseGoodsDelegate implements JavaDelegate {
    private final ReleaseGoods releaseGoods;

    ReleaseGoodsDelegate(ReleaseGoods releaseGoods) {
        this.releaseGoods = releaseGoods;
    }

    @Override
    public void execute(DelegateExecution step) {
        releaseGoods.release(DunningConditions.id(step));
    }
}
