package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.BeginWave;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Begins the scheduled wave; from then on the case bears its number. */
@Component
class BeginWaveDelegate implements JavaDelegate {
    private final BeginWave beginWave;

    BeginWaveDelegate(BeginWave beginWave) {
        this.beginWave = beginWave;
    }

    @Override
    public void execute(DelegateExecution step) {
        step.setProcessBusinessKey(WaveProcess.key(beginWave.scheduled()));
    }
}
