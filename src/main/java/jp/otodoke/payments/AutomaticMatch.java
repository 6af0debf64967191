package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.shared.ReceivableNumber;

/**
 * What became of matching a deposit automatically.
 *
 * @param proposed whether a person is asked to confirm what it probably pays
 * @param doubtful to what number and name of the remitter point, where they do not agree on one
 */
record AutomaticMatch(boolean matched, boolean proposed, List<ReceivableNumber> doubtful) {
    static final AutomaticMatch NONE = new AutomaticMatch(false, false, List.of());
    static final AutomaticMatch MATCHED = new AutomaticMatch(true, false, List.of());
    static final AutomaticMatch PROPOSED = new AutomaticMatch(false, true, List.of());

    static AutomaticMatch doubtful(List<ReceivableNumber> doubtful) {
        return new AutomaticMatch(false, false, doubtful);
    }
}
