package jp.otodoke.payments;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.otodoke.shared.ReceivableNumber;

/** Deposits that are recorded together, and what was decided about them. */
public final class DepositSet {
    private final String source;
    private final long batch;
    private final List<ReportedDeposit> fresh;
    private final int known;
    private final List<MatchDecision> decisions;

    /** @param known how many were reported before */
    DepositSet(String source, long batch, List<ReportedDeposit> fresh, int known, List<MatchDecision> decisions) {
        this.source = source;
        this.batch = batch;
        this.fresh = fresh;
        this.known = known;
        this.decisions = decisions;
    }

    /** All were reported before. */
    static DepositSet nothing(String source, int known) {
        return new DepositSet(source, 0, List.of(), known, List.of());
    }

    String source() {
        return source;
    }

    long batch() {
        return batch;
    }

    List<ReportedDeposit> fresh() {
        return fresh;
    }

    List<MatchDecision> decisions() {
        return decisions;
    }

    Map<Long, MatchDecision> decided() {
        return decisions.stream()
                .collect(Collectors.toMap(decision -> decision.deposit().id(), Function.identity()));
    }

    /** What they pay in full. */
    Set<ReceivableNumber> paid() {
        return decisions.stream()
                .filter(MatchDecision::automatic)
                .map(decision -> decision.found().parts().get(0).claim().number())
                .collect(Collectors.toSet());
    }

    DepositCounts counts() {
        return new DepositCounts(fresh.size(), known);
    }
}
