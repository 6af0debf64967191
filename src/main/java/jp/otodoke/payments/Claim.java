package jp.otodoke.payments;

import java.util.Set;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/** What a deposit may pay, as the rules of matching see it. What a deposit of the same set takes of it is gone for the others. */
final class Claim {
    private final ReceivableNumber number;
    private final @Nullable String shopNumber;
    private final @Nullable String virtualAccount;
    private final @Nullable String customer;
    private final String payerKana;
    private final PaymentMethod method;
    private final boolean expected;
    private final Yen open;
    private Yen taken = Yen.ZERO;
    private @Nullable String key;
    private @Nullable String bare;

    /**
     * @param shopNumber the order's number at its shop, if a remitter may write it
     * @param customer number of who owes it; null if an order has none
     * @param payerKana empty if it is not known
     * @param expected whether it is unpaid and its money comes by transfer
     */
    Claim(
            ReceivableNumber number,
            @Nullable String shopNumber,
            @Nullable String virtualAccount,
            @Nullable String customer,
            String payerKana,
            PaymentMethod method,
            boolean expected,
            Yen open) {
        this.number = number;
        this.shopNumber = shopNumber;
        this.virtualAccount = virtualAccount;
        this.customer = customer;
        this.payerKana = payerKana;
        this.method = method;
        this.expected = expected;
        this.open = open;
    }

    ReceivableNumber number() {
        return number;
    }

    PaymentMethod method() {
        return method;
    }

    @Nullable
    String customer() {
        return customer;
    }

    String payerKana() {
        return payerKana;
    }

    /** What it was when it was read. */
    Yen openBefore() {
        return open;
    }

    Yen open() {
        return open.minus(taken);
    }

    void take(Yen amount) {
        taken = taken.plus(amount);
    }

    void release() {
        taken = Yen.ZERO;
    }

    /** Whether a transfer is expected for it. */
    boolean isExpected() {
        return expected && open().isPositive();
    }

    /** Whether a transfer of exactly this amount is expected. */
    boolean isExactly(RemittedDeposit deposit) {
        return isExpected() && open().equals(deposit.amount());
    }

    boolean hasAccountOf(RemittedDeposit deposit) {
        return virtualAccount != null && virtualAccount.equals(deposit.virtualAccount());
    }

    /** The short number of an order with another amount is a figure like any other. */
    boolean isNumberedBy(RemittedDeposit deposit) {
        return deposit.numbers().contains(number)
                || shopNumber != null
                        && (isExactly(deposit) || isUnmistakable(shopNumber))
                        && deposit.figures().contains(shopNumber);
    }

    static boolean isUnmistakable(String number) {
        return number.length() >= RemitterName.UNMISTAKABLE;
    }

    /** Two shops may count alike; then the amount or the name tells which of them is meant. */
    boolean sharesNumberWith(Claim other) {
        return equals(other) || shopNumber != null && shopNumber.equals(other.shopNumber);
    }

    /** Whether the number alone is enough: it is long, or there is no name that could contradict it. */
    boolean isBeyondDoubt(RemittedDeposit deposit) {
        return deposit.numbers().contains(number)
                || shopNumber != null && isUnmistakable(shopNumber)
                || payerKana.isBlank()
                || deposit.key().isEmpty();
    }

    /** Whether the remitter's text contains the payer's name, whatever else it says. */
    boolean isMentionedBy(RemittedDeposit deposit) {
        return !key().isEmpty() && deposit.key().contains(key());
    }

    boolean hasNameOf(RemittedDeposit deposit) {
        return !key().isEmpty() && key().equals(deposit.key());
    }

    /** The legal form of a firm makes no difference. */
    boolean isNamedLike(RemittedDeposit deposit) {
        return !key().isEmpty() && bare().equals(deposit.bare());
    }

    /** But for voiced marks. */
    boolean hasFoldedNameOf(RemittedDeposit deposit) {
        return !deposit.payerKey().isEmpty() && PayerKey.folded(bare()).equals(deposit.payerKey());
    }

    boolean isOwedByOneOf(Set<String> customers) {
        return customer != null && customers.contains(customer);
    }

    private String key() {
        var known = key;
        if (known == null) {
            known = RemitterName.key(payerKana);
            key = known;
        }
        return known;
    }

    /** The name without its legal form. */
    String bare() {
        var known = bare;
        if (known == null) {
            known = PayerKey.withoutLegalForm(payerKana, key());
            bare = known;
        }
        return known;
    }
}
