package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.ReleaseWave;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Creates shipments for some orders due to ship. */
@Component
class ReleaseWaveDelegate implements JavaDelegate {
    private final ReleaseWave wave;

    ReleaseWaveDelegate(ReleaseWave wave) {
        this.wave = wave;
    }

    @Override
    public void execute(DelegateExecution step) {
        wave.release();
    }
}
