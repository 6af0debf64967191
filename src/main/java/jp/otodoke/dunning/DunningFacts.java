package jp.otodoke.dunning;

import java.util.Map;
import java.util.Set;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.DeclineGroup;
import jp.otodoke.payments.ReceivableKind;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * What the policy may ask about a case.
 *
 * @param decline for what group of reasons the card was refused; null if none was
 * @param history on how many days of the year before cases of the customer were opened
 */
record DunningFacts(
        DunningCause cause,
        ReceivableKind kind,
        PaymentMethod method,
        Yen amount,
        int history,
        @Nullable DeclineGroup decline) {
    /** Of a case that has nothing to do with a card that was refused. */
    DunningFacts(DunningCause cause, ReceivableKind kind, PaymentMethod method, Yen amount, int history) {
        this(cause, kind, method, amount, history, null);
    }

    static Set<String> names() {
        return Set.of("cause", "kind", "method", "amount", "history", "decline");
    }

    Map<String, String> asMap() {
        return Map.of(
                "cause", cause.name(),
                "kind", kind.name(),
                "method", method.name(),
                "amount", String.valueOf(amount.amount()),
                "history", String.valueOf(history),
                "decline", decline == null ? "" : decline.name());
    }
}
