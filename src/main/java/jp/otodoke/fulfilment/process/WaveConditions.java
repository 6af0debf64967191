package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.ReleaseWave;
import org.springframework.stereotype.Component;

/** Conditions of the wave process in a version in which it was a loop; public because diagrams call them. */
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
