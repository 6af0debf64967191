package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/** A deposit as the rules of matching see it: what is left of it, and what its remitter wrote, taken apart once. */
final class RemittedDeposit {
    private final long id;
    private final Yen amount;
    private final String remitter;
    private final @Nullable String virtualAccount;
    private final String key;
    private final String bare;
    private final String payerKey;
    private final List<ReceivableNumber> numbers;
    private final List<String> figures;

    /**
     * @param amount what is left of it
     * @param virtualAccount that it was paid to; null if to no such
     */
    RemittedDeposit(long id, Yen amount, String remitter, @Nullable String virtualAccount) {
        this.id = id;
        this.amount = amount;
        this.remitter = remitter;
        this.virtualAccount = virtualAccount;
        var text = TextNormalizer.clean(remitter);
        key = RemitterName.key(text);
        bare = PayerKey.withoutLegalForm(text, key);
        payerKey = PayerKey.folded(bare);
        numbers = RemitterName.numbers(text);
        figures = RemitterName.figures(text);
    }

    long id() {
        return id;
    }

    Yen amount() {
        return amount;
    }

    String remitter() {
        return remitter;
    }

    @Nullable
    String virtualAccount() {
        return virtualAccount;
    }

    /** Its remitter as names are compared; empty if there is no name. */
    String key() {
        return key;
    }

    /** The same without its legal form. */
    String bare() {
        return bare;
    }

    /** As claims are found by. */
    String payerKey() {
        return payerKey;
    }

    List<ReceivableNumber> numbers() {
        return numbers;
    }

    List<String> figures() {
        return figures;
    }
}
