package jp.otodoke.payments;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Decides about a set of deposits, as if one came after the other: the claims are read by joins, and a claim that one deposit
 * pays is open to no other.
 */
@Component
class DecideMatches {
    private static final int ATTEMPTS = 5;

    private final FindRemitterReceivable findRemitterReceivable;
    private final CandidateClaims candidateClaims;
    private final FillMatchingKeys fillMatchingKeys;
    private final AllocatePayments allocatePayments;
    private final int automaticFrom;

    DecideMatches(
            FindRemitterReceivable findRemitterReceivable,
            CandidateClaims candidateClaims,
            FillMatchingKeys fillMatchingKeys,
            AllocatePayments allocatePayments,
            @Value("${otodoke.deposits.automatic-from}") int automaticFrom) {
        this.findRemitterReceivable = findRemitterReceivable;
        this.candidateClaims = candidateClaims;
        this.fillMatchingKeys = fillMatchingKeys;
        this.allocatePayments = allocatePayments;
        this.automaticFrom = automaticFrom;
    }

    /**
     * What is decided to be paid is paid by one statement, which leaves out what owes something else by now: deposits that were to
     * pay that are decided again. The allocations are still to be recorded.
     *
     * @param deposits in the order in which they are served
     * @param gone claims that are paid already, by a transaction that is perhaps not committed yet
     */
    List<MatchDecision> decide(List<RemittedDeposit> deposits, Set<ReceivableNumber> gone) {
        if (deposits.isEmpty()) {
            return List.of();
        }
        fillMatchingKeys.fill();
        var decided = new ArrayList<MatchDecision>();
        var left = deposits;
        for (int attempt = 1; attempt <= ATTEMPTS && !left.isEmpty(); attempt++) {
            var decisions = decide(left, candidates(left, gone));
            var again = Set.copyOf(
                    take(decisions.stream().filter(MatchDecision::automatic).toList()));
            decisions.stream()
                    .filter(decision -> !again.contains(decision.deposit()))
                    .forEach(decided::add);
            left = left.stream().filter(again::contains).toList();
        }
        if (!left.isEmpty()) {
            throw new PessimisticLockingFailureException(
                    "What " + left.size() + " deposits may pay changes all the time");
        }
        return decided;
    }

    /** Claims of the same name and amount are read only where number, amount and name do not already say the same. */
    private Candidates candidates(List<RemittedDeposit> deposits, Set<ReceivableNumber> gone) {
        var found = new Candidates(gone);
        candidateClaims.addDebtors(found, deposits);
        candidateClaims.addReferredTo(found, deposits);
        var others = deposits.stream()
                .filter(deposit -> !isPlain(deposit, found.of(deposit)))
                .toList();
        candidateClaims.addNamed(found, others);
        candidateClaims.addMentioned(
                found,
                others.stream()
                        .filter(deposit -> mayNameAnother(deposit, found.of(deposit)))
                        .toList());
        candidateClaims.addLikely(
                found,
                others.stream()
                        .filter(deposit -> isUndecided(deposit, found.of(deposit)))
                        .toList());
        return found;
    }

    /** Whether it is the one claim that the deposit names, of its amount and its name: no claim of the same name changes that. */
    private static boolean isPlain(RemittedDeposit deposit, Collection<Claim> claims) {
        return claims.size() == 1
                && claims.stream()
                        .allMatch(claim ->
                                claim.isNumberedBy(deposit) && claim.isExactly(deposit) && claim.hasNameOf(deposit));
    }

    /** Whether there is a number and a name that is not just that of a claim of this amount. */
    private static boolean mayNameAnother(RemittedDeposit deposit, Collection<Claim> claims) {
        return !deposit.key().isEmpty()
                && claims.stream().anyMatch(claim -> claim.isNumberedBy(deposit))
                && claims.stream().noneMatch(claim -> claim.isExactly(deposit) && claim.hasNameOf(deposit));
    }

    private boolean isUndecided(RemittedDeposit deposit, Collection<Claim> claims) {
        return claims.stream().noneMatch(claim -> claim.isNumberedBy(deposit) || claim.hasAccountOf(deposit))
                && !isAutomatic(deposit, find(deposit, claims, List.of()));
    }

    private FoundClaims find(RemittedDeposit deposit, Collection<Claim> claims, Collection<String> aliases) {
        return findRemitterReceivable.find(deposit, claims, Set.copyOf(aliases));
    }

    private boolean isAutomatic(RemittedDeposit deposit, FoundClaims found) {
        return found.confidence() >= automaticFrom && found.isExact(deposit);
    }

    /** Where one deposit takes the claim that another one names, names may matter after all: then all are decided again. */
    private List<MatchDecision> decide(List<RemittedDeposit> deposits, Candidates candidates) {
        var plain = deposits.stream()
                .filter(deposit -> isPlain(deposit, candidates.of(deposit)))
                .collect(Collectors.toSet());
        while (true) {
            var decisions = inTurn(deposits, candidates);
            var overtaken = decisions.stream()
                    .filter(decision -> !decision.automatic() && plain.remove(decision.deposit()))
                    .map(MatchDecision::deposit)
                    .toList();
            if (overtaken.isEmpty()) {
                return decisions;
            }
            candidates.release();
            candidateClaims.addNamed(candidates, overtaken);
        }
    }

    private List<MatchDecision> inTurn(List<RemittedDeposit> deposits, Candidates candidates) {
        return deposits.stream()
                .map(deposit -> {
                    var found = find(deposit, candidates.of(deposit), candidates.customersOf(deposit));
                    var automatic = isAutomatic(deposit, found);
                    if (automatic) {
                        found.parts().forEach(part -> part.claim().take(part.amount()));
                    }
                    return new MatchDecision(deposit, found, automatic);
                })
                .toList();
    }

    /** @return the deposits whose claims owe something else by now */
    private List<RemittedDeposit> take(List<MatchDecision> automatic) {
        var owed = new TreeMap<ReceivableNumber, Yen>();
        automatic.forEach(
                decision -> owed.put(claim(decision).number(), claim(decision).openBefore()));
        var paid = allocatePayments.payInFull(owed);
        return automatic.stream()
                .filter(decision -> !paid.contains(claim(decision).number()))
                .map(MatchDecision::deposit)
                .toList();
    }

    private static Claim claim(MatchDecision automatic) {
        return automatic.found().parts().get(0).claim();
    }
}
