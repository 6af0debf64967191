package jp.otodoke.dunning;

import java.util.Map;
import java.util.Set;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.ReceivableKind;
import jp.otodoke.shared.Yen;

/**
 * What the policy may ask about a case.
 *
 * @param history on how many days of the year before cases of the customer were opened
 */
record DunningFacts(DunningCause cause, ReceivableKind kind, PaymentMethod method, Yen amount, int history) {
    static Set<String> names() {
        return Set.of("cause", "kind", "method", "amount", "history");
    }

    Map<String, String> asMap() {
        return Map.of(
                "cause", cause.name(),
                "kind", kind.name(),
                "method", method.name(),
                "amount", String.valueOf(amount.amount()),
                "history", String.valueOf(history));
    }
}
