package jp.otodoke.fulfilment;

import java.util.List;

/** Waves began by hand, or ended. Published in the same transaction. */
public record WaveSignal(Kind kind, List<Long> waves) {
    public enum Kind {
        BEGUN_BY_HAND,
        ENDED
    }
}
