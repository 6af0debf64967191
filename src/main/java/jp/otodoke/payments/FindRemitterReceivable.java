package jp.otodoke.payments;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.DepositProposals.Reason;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Finds what a deposit pays by the account it was paid to and by what its remitter wrote: a number, a name, or both. Where they
 * point to different claims, or a short number that may as well be a date stands beside a stranger's name, the deposit is
 * doubtful and belongs to none. Never by amount alone.
 */
@Component
class FindRemitterReceivable {
    /** Percent of a name that has to agree: one kana of seven may differ. */
    private static final int SIMILAR = 85;

    private final Yen leastFee;
    private final Yen largestFee;

    FindRemitterReceivable(
            @Value("${otodoke.deposits.least-fee}") long least,
            @Value("${otodoke.deposits.largest-fee}") long largest) {
        this.leastFee = Yen.of(least);
        this.largestFee = Yen.of(largest);
    }

    /** A difference that may be what a bank has kept. */
    boolean isFee(Yen difference) {
        return difference.isAtLeast(leastFee) && !difference.isMoreThan(largestFee);
    }

    /** @param aliases customers for whom the remitter has paid before */
    FoundClaims find(RemittedDeposit deposit, Collection<Claim> claims, Set<String> aliases) {
        if (claims.isEmpty()) {
            return FoundClaims.NONE;
        }
        var numbered =
                claims.stream().filter(claim -> claim.isNumberedBy(deposit)).toList();
        var own = claims.stream().filter(claim -> claim.hasAccountOf(deposit)).findFirst();
        if (own.isPresent()) {
            return byAccount(deposit, own.get(), numbered);
        }
        return numbered.isEmpty() ? byName(deposit, claims, aliases) : byNumber(deposit, claims, numbered);
    }

    /** Whoever pays to it, whatever the name. */
    private static FoundClaims byAccount(RemittedDeposit deposit, Claim own, List<Claim> numbered) {
        if (!numbered.isEmpty() && !numbered.contains(own)) {
            return FoundClaims.doubtful(Stream.concat(Stream.of(own), numbered.stream()));
        }
        if (own.isExactly(deposit)) {
            return FoundClaims.of(Reason.VIRTUAL_ACCOUNT, own, deposit.amount());
        }
        return own.isExpected()
                ? FoundClaims.of(Reason.OTHER_AMOUNT, own, deposit.amount().min(own.open()))
                : FoundClaims.NONE;
    }

    private FoundClaims byNumber(RemittedDeposit deposit, Collection<Claim> claims, List<Claim> numbered) {
        var named = named(deposit, claims);
        var exact = numbered.stream().filter(claim -> claim.isExactly(deposit)).toList();
        var meant = exact.size() == 1
                ? exact
                : exact.stream().filter(named::contains).toList();
        if (meant.size() == 1 && agrees(meant.get(0), deposit, numbered, named)) {
            return FoundClaims.of(Reason.NUMBER, meant.get(0), deposit.amount());
        }
        if (!exact.isEmpty() || !named.isEmpty()) {
            return FoundClaims.doubtful(Stream.concat(numbered.stream(), named.stream()));
        }
        if (numbered.size() == 1) {
            return otherAmount(deposit, numbered.get(0));
        }
        return isSum(deposit, numbered)
                ? FoundClaims.sum(numbered)
                : FoundClaims.doubtful(Stream.concat(numbered.stream(), named.stream()));
    }

    private static boolean agrees(Claim meant, RemittedDeposit deposit, List<Claim> numbered, List<Claim> named) {
        return numbered.stream().allMatch(meant::sharesNumberWith)
                && (named.isEmpty() ? meant.isBeyondDoubt(deposit) : named.contains(meant));
    }

    /** A name that is all the remitter wrote beside figures counts more than one that is a part of it. */
    private static List<Claim> named(RemittedDeposit deposit, Collection<Claim> claims) {
        var mentioned = claims.stream()
                .filter(claim -> claim.isExactly(deposit) && claim.isMentionedBy(deposit))
                .toList();
        var same = mentioned.stream().filter(claim -> claim.hasNameOf(deposit)).toList();
        return same.isEmpty() ? mentioned : same;
    }

    /** Several numbers whose claims the deposit pays together. */
    private static boolean isSum(RemittedDeposit deposit, List<Claim> numbered) {
        return numbered.stream().allMatch(Claim::isExpected)
                && Yen.sum(numbered, Claim::open).equals(deposit.amount());
    }

    /** Its number, but another amount: a part of what is owed, or more. Nothing speaks for it if it is paid already. */
    private FoundClaims otherAmount(RemittedDeposit deposit, Claim numbered) {
        var contradicted =
                !deposit.key().isEmpty() && !numbered.payerKana().isBlank() && similarity(deposit, numbered) < SIMILAR;
        if (contradicted || !numbered.open().isPositive() || !MatchDeposits.BY_TRANSFER.contains(numbered.method())) {
            return FoundClaims.NONE;
        }
        return numbered.isNamedLike(deposit) && isFee(numbered.open().minus(deposit.amount()))
                ? FoundClaims.withFee(numbered, deposit.amount())
                : FoundClaims.of(Reason.OTHER_AMOUNT, numbered, deposit.amount().min(numbered.open()));
    }

    private FoundClaims byName(RemittedDeposit deposit, Collection<Claim> claims, Set<String> aliases) {
        var exact = claims.stream().filter(claim -> claim.isExactly(deposit)).toList();
        var same = exact.stream()
                .filter(claim -> claim.method() == PaymentMethod.BANK_TRANSFER && claim.isNamedLike(deposit))
                .toList();
        if (same.size() == 1) {
            return FoundClaims.of(Reason.NAME, same.get(0), deposit.amount());
        }
        var learned =
                exact.stream().filter(claim -> claim.isOwedByOneOf(aliases)).toList();
        if (same.isEmpty() && learned.size() == 1) {
            return FoundClaims.learned(learned.get(0), deposit.amount(), aliases.size() == 1);
        }
        var alike = exact.stream()
                .filter(claim -> similarity(deposit, claim) >= SIMILAR)
                .toList();
        if (alike.size() == 1) {
            return FoundClaims.similar(alike.get(0), deposit.amount(), similarity(deposit, alike.get(0)));
        }
        return alike.isEmpty() ? ofOnePayer(deposit, claims, aliases) : FoundClaims.NONE;
    }

    /** What the payer owes together, or less the bank's fee, or in part. */
    private FoundClaims ofOnePayer(RemittedDeposit deposit, Collection<Claim> claims, Set<String> aliases) {
        var owed = claims.stream()
                .filter(claim -> claim.isExpected() && (claim.isNamedLike(deposit) || claim.isOwedByOneOf(aliases)))
                .toList();
        var sum = sum(deposit, owed);
        if (sum != null) {
            return FoundClaims.sum(sum);
        }
        var lessFee = owed.stream()
                .filter(claim -> isFee(claim.open().minus(deposit.amount())))
                .toList();
        if (lessFee.size() == 1) {
            return FoundClaims.withFee(lessFee.get(0), deposit.amount());
        }
        return owed.size() == 1 && owed.get(0).open().isMoreThan(deposit.amount())
                ? FoundClaims.of(Reason.PART, owed.get(0), deposit.amount())
                : FoundClaims.NONE;
    }

    /** Null unless it is one sum of one payer only. */
    private static @Nullable List<Claim> sum(RemittedDeposit deposit, List<Claim> owed) {
        var sums = new ArrayList<List<Claim>>();
        owed.stream()
                .collect(Collectors.groupingBy(
                        claim -> Objects.requireNonNullElse(claim.customer(), claim.payerKana()),
                        TreeMap::new,
                        Collectors.toList()))
                .values()
                .forEach(ofOne -> sums.addAll(ClaimSums.of(ofOne, deposit.amount())));
        return sums.size() == 1 ? sums.get(0) : null;
    }

    /** Voiced marks that are missing are no difference. */
    private static int similarity(RemittedDeposit deposit, Claim claim) {
        return claim.hasFoldedNameOf(deposit)
                ? Reason.SIMILAR_NAME.confidence()
                : SimilarName.percent(deposit.bare(), claim.bare());
    }
}
