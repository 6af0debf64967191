package jp.otodoke.payments;

import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;

/** Asks the gateway to give money back to the cards that paid it. */
@Component
class CardRefunds {
    private final Refunds refunds;
    private final CardCalls calls;

    CardRefunds(Refunds refunds, CardCalls calls) {
        this.refunds = refunds;
        this.calls = calls;
    }

    /** What the cards that paid an order may still take back. */
    Yen possible(OrderNumber order) {
        return Yen.sum(refunds.refundable(order).values());
    }

    /**
     * Sends an approved refund. Where one card cannot take all of it back it becomes several, each with its own key.
     *
     * @throws Refusal if the cards take less back (conflict)
     */
    void send(Payment payment, Refund refund) {
        var rest = refund.amount();
        for (var captured : refunds.refundable(refund.order()).entrySet()) {
            var part = rest.min(captured.getValue());
            if (part.isPositive()) {
                var first = rest.equals(refund.amount());
                var id = first ? refund.id() : refunds.anotherPart(refund.id(), part);
                refunds.toCard(id, captured.getKey(), part);
                calls.refund(payment, captured.getKey(), part, id);
                rest = rest.minus(part);
            }
        }
        if (rest.isPositive()) {
            throw tooMuch(refund.order(), refund.amount().minus(rest));
        }
    }

    static Refusal tooMuch(OrderNumber order, Yen possible) {
        return Refusal.conflict("refund.card.too-much", order, possible);
    }
}
