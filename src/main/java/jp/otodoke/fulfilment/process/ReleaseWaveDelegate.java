package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.ReleaseWave;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Releases some orders due to ship, in cases of a version in which the wave was a loop. */
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
