package jp.otodoke.fulfilment.process;

import jp.otodoke.fulfilment.ReleaseWave;
import org.springframework.stereotype.Component;

/** What the gateway of the wave asks. */
@Component
class WaveFacts {
    private final ReleaseWave wave;

    WaveFacts(ReleaseWave wave) {
        this.wave = wave;
    }

    public boolean more() {
        return wave.more();
    }
}
