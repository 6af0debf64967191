package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.shared.ReceivableNumber;

/**
 * What became of matching a deposit automatically.
 *
 * @param doubtful to what number and name of the remitter point, where they do not agree on one
 */
public record AutomaticMatch(boolean matched, List<ReceivableNumber> doubtful) {
    static final AutomaticMatch NONE = new AutomaticMatch(false, List.of());
    static final AutomaticMatch MATCHED = new AutomaticMatch(true, List.of());
}
