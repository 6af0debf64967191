package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/** A deposit as the rules of matching see it: what is left of it, and what its remitter wrote. */
final class RemittedDeposit {
    private final long id;
    private final Yen amount;
    private final Remitter remitter;
    private final @Nullable String virtualAccount;

    /**
     * @param amount what is left of it
     * @param virtualAccount that it was paid to; null if to no such
     */
    RemittedDeposit(long id, Yen amount, Remitter remitter, @Nullable String virtualAccount) {
        this.id = id;
        this.amount = amount;
        this.remitter = remitter;
        this.virtualAccount = virtualAccount;
    }

    long id() {
        return id;
    }

    Yen amount() {
        return amount;
    }

    @Nullable
    String virtualAccount() {
        return virtualAccount;
    }

    /** Its remitter as names are compared; empty if there is no name. */
    String key() {
        return remitter.key();
    }

    /** The same without its legal form. */
    String bare() {
        return remitter.bare();
    }

    /** As claims are found by. */
    String payerKey() {
        return remitter.payerKey();
    }

    List<ReceivableNumber> numbers() {
        return remitter.numbers();
    }

    List<String> figures() {
        return remitter.figures();
    }
}
