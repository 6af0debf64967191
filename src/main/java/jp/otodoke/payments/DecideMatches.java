package jp.otodoke.payments;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import jp.otodoke.payments.FoundClaims.Part;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private final JdbcClient jdbc;
    private final int automaticFrom;

    DecideMatches(
            FindRemitterReceivable findRemitterReceivable,
            CandidateClaims candidateClaims,
            FillMatchingKeys fillMatchingKeys,
            JdbcClient jdbc,
            @Value("${otodoke.deposits.automatic-from}") int automaticFrom) {
        this.findRemitterReceivable = findRemitterReceivable;
        this.candidateClaims = candidateClaims;
        this.fillMatchingKeys = fillMatchingKeys;
        this.jdbc = jdbc;
        this.automaticFrom = automaticFrom;
    }

    /**
     * Claims that are to be paid are locked until the end of the transaction, and owe what they owed when this was decided.
     *
     * @param deposits in the order in which they are served
     */
    List<MatchDecision> decide(List<RemittedDeposit> deposits) {
        if (deposits.isEmpty()) {
            return List.of();
        }
        fillMatchingKeys.fill();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var decisions = decide(deposits, candidates(deposits));
            if (unchanged(decisions)) {
                return decisions;
            }
        }
        throw new PessimisticLockingFailureException(
                "What " + deposits.size() + " deposits may pay changes all the time");
    }

    private Candidates candidates(List<RemittedDeposit> deposits) {
        var found = candidateClaims.direct(deposits);
        candidateClaims.addMentioned(
                found,
                deposits.stream()
                        .filter(deposit -> mayNameAnother(deposit, found.of(deposit)))
                        .toList());
        candidateClaims.addLikely(
                found,
                deposits.stream()
                        .filter(deposit -> isUndecided(deposit, found.of(deposit)))
                        .toList());
        return found;
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

    private List<MatchDecision> decide(List<RemittedDeposit> deposits, Candidates candidates) {
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

    private boolean unchanged(List<MatchDecision> decisions) {
        var paid = new HashMap<String, Long>();
        decisions.stream()
                .filter(MatchDecision::automatic)
                .flatMap(decision -> decision.found().parts().stream())
                .map(Part::claim)
                .forEach(claim ->
                        paid.put(claim.number().value(), claim.openBefore().amount()));
        if (paid.isEmpty()) {
            return true;
        }
        var now = new HashMap<String, Long>();
        jdbc.sql(
                        """
                        select number, case when status in ('PENDING', 'PARTLY_PAID')
                                             and method in ('BANK_TRANSFER', 'CONVENIENCE_STORE', 'INVOICE', 'DIRECT_DEBIT')
                                            then charged - paid end as open
                          from receivable where number = any(:numbers) order by number for no key update
                        """)
                .param("numbers", paid.keySet().toArray(String[]::new))
                .query(row -> {
                    now.put(row.getString("number"), row.getLong("open"));
                });
        return now.equals(paid);
    }
}
