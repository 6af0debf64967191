package jp.otodoke.payments;

import java.util.List;
import java.util.stream.Stream;
import jp.otodoke.payments.DepositProposals.Reason;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * What a deposit pays or probably pays.
 *
 * @param reason the rule that found it; null if none did
 * @param confidence percent
 * @param doubtful to what number and name point, where they do not agree
 */
record FoundClaims(List<Part> parts, @Nullable Reason reason, int confidence, List<ReceivableNumber> doubtful) {
    static final FoundClaims NONE = new FoundClaims(List.of(), null, 0, List.of());

    static FoundClaims of(Reason reason, Claim claim, Yen amount) {
        return new FoundClaims(List.of(new Part(claim, amount, Yen.ZERO)), reason, reason.confidence(), List.of());
    }

    /** @param onlyOne whether the remitter has paid for nobody else */
    static FoundClaims learned(Claim claim, Yen amount, boolean onlyOne) {
        var confidence = onlyOne ? Reason.ALIAS.confidence() : Reason.OTHER_AMOUNT.confidence();
        return new FoundClaims(List.of(new Part(claim, amount, Yen.ZERO)), Reason.ALIAS, confidence, List.of());
    }

    /** @param percent of the names that agrees */
    static FoundClaims similar(Claim claim, Yen amount, int percent) {
        return new FoundClaims(
                List.of(new Part(claim, amount, Yen.ZERO)),
                Reason.SIMILAR_NAME,
                Math.min(percent, Reason.SIMILAR_NAME.confidence()),
                List.of());
    }

    static FoundClaims sum(List<Claim> claims) {
        return new FoundClaims(
                claims.stream()
                        .map(claim -> new Part(claim, claim.open(), Yen.ZERO))
                        .toList(),
                Reason.SUM,
                Reason.SUM.confidence(),
                List.of());
    }

    /** What is missing to the claim is the bank's fee. */
    static FoundClaims withFee(Claim claim, Yen amount) {
        return new FoundClaims(
                List.of(new Part(claim, amount, claim.open().minus(amount))),
                Reason.FEE_DIFFERENCE,
                Reason.FEE_DIFFERENCE.confidence(),
                List.of());
    }

    static FoundClaims doubtful(Stream<Claim> claims) {
        return new FoundClaims(
                List.of(), null, 0, claims.map(Claim::number).distinct().toList());
    }

    boolean isDoubtful() {
        return !doubtful.isEmpty();
    }

    boolean isAnything() {
        return !parts.isEmpty();
    }

    /** Whether it is one claim that the deposit pays exactly. */
    boolean isExact(RemittedDeposit deposit) {
        return parts.size() == 1 && parts.get(0).claim().isExactly(deposit);
    }

    /**
     * @param amount of the deposit that pays the claim
     * @param fee of the claim that would be written off
     */
    record Part(Claim claim, Yen amount, Yen fee) {}
}
