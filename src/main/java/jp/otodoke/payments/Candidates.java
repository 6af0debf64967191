package jp.otodoke.payments;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.otodoke.shared.ReceivableNumber;
import org.jspecify.annotations.Nullable;

/** The claims that each deposit of a set may pay; a claim is one, whichever deposits may pay it. */
final class Candidates {
    private final Set<ReceivableNumber> gone;
    private final Map<String, Claim> claims = new HashMap<>();
    private final Map<Long, Map<String, Claim>> byDeposit = new HashMap<>();
    private final Map<Long, Set<String>> aliases = new HashMap<>();
    private final Map<Long, String> debtors = new HashMap<>();

    /** @param gone what is paid already, though it may not look so yet */
    Candidates(Set<ReceivableNumber> gone) {
        this.gone = gone;
    }

    boolean isGone(ReceivableNumber claim) {
        return gone.contains(claim);
    }

    @Nullable
    Claim known(String number) {
        return claims.get(number);
    }

    /** @param alias whether the remitter has paid for its customer before */
    void add(long deposit, Claim claim, boolean alias) {
        var number = claim.number().value();
        claims.put(number, claim);
        byDeposit.computeIfAbsent(deposit, id -> new TreeMap<>()).put(number, claim);
        var customer = claim.customer();
        if (alias && customer != null) {
            aliases.computeIfAbsent(deposit, id -> new HashSet<>()).add(customer);
        }
    }

    /** What deposits have taken of the claims is open again. */
    void release() {
        claims.values().forEach(Claim::release);
    }

    /** @param customer on account, to whose virtual account it was paid */
    void paidByDebtor(long deposit, String customer) {
        debtors.put(deposit, customer);
    }

    /** By number. What was paid to the account of a debtor pays nobody else's claim, unless it names that. */
    Collection<Claim> of(RemittedDeposit deposit) {
        var all = byDeposit.getOrDefault(deposit.id(), Map.of()).values();
        var debtor = debtors.get(deposit.id());
        return debtor == null
                ? all
                : all.stream()
                        .filter(claim -> debtor.equals(claim.customer()) || claim.isNumberedBy(deposit))
                        .toList();
    }

    /** Customers for whom the remitter has paid before, and who owe something. */
    Set<String> customersOf(RemittedDeposit deposit) {
        return aliases.getOrDefault(deposit.id(), Set.of());
    }
}
