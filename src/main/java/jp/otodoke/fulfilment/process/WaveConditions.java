package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.ReleaseWave;
import org.springframework.stereotype.Component;

/** Conditions used by the gateway of the wave process; public because diagrams call them. */
@Component
public class WaveConditions {
    private final ReleaseWave wave;

    WaveConditions(ReleaseWave wave) {
        this.wave = wave;
    }

    public boolean more() {
        return wave.more();
    }
}
