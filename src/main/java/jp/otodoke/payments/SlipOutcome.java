package jp.otodoke.payments;

import java.util.Map;
import jp.otodoke.shared.Yen;

/**
 * What has become of one payment of a slip. It depends on which notices there are, and neither on their order nor on how
 * often they came; a 確報 is certain, whatever was taken back before or after it.
 */
record SlipOutcome(State state, Yen amount) {
    enum State {
        PROVISIONAL,
        WITHDRAWN,
        CONFIRMED
    }

    /** @param notices at least one, each with the amount that it names */
    static SlipOutcome of(Map<SlipNotice.Kind, Yen> notices) {
        var strongest = notices.keySet().stream().max(Enum::compareTo).orElseThrow();
        var state = strongest.state();
        return new SlipOutcome(state, state == State.WITHDRAWN ? Yen.ZERO : notices.getOrDefault(strongest, Yen.ZERO));
    }
}
