package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.ReleaseWave;
import org.springframework.stereotype.Component;

/** Public because diagrams call it. What the gateway of the wave asks. */
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
