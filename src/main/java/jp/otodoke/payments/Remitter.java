package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.TextNormalizer;

/** What a remitter wrote, taken apart once: the name in the forms in which it is compared, and the numbers in it. */
public final class Remitter {
    private final String written;
    private final String key;
    private final String bare;
    private final String payerKey;
    private final List<ReceivableNumber> numbers;
    private final List<String> figures;

    /** @param written in kana, as the bank reports it */
    public Remitter(String written) {
        this.written = written;
        var text = TextNormalizer.clean(written);
        key = RemitterName.key(text);
        bare = PayerKey.withoutLegalForm(text, key);
        payerKey = PayerKey.folded(bare);
        numbers = RemitterName.numbers(text);
        figures = RemitterName.figures(text);
    }

    public String written() {
        return written;
    }

    /** As names are compared; empty if there is no name. */
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

    @Override
    public boolean equals(Object other) {
        return other instanceof Remitter remitter && written.equals(remitter.written);
    }

    @Override
    public int hashCode() {
        return written.hashCode();
    }

    @Override
    public String toString() {
        return written;
    }
}
