package jp.otodoke.payments;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells that a card is dead: lost, stolen, expired or invalid, so that no order is to be paid by it any more. */
@Component
class EndDeclinedCard {
    private final CardCalls calls;
    private final ApplicationEventPublisher events;

    EndDeclinedCard(CardCalls calls, ApplicationEventPublisher events) {
        this.calls = calls;
        this.events = events;
    }

    /** The card is the one by which the transaction was asked for, though another may pay the order by now. */
    void because(CardDecline decline, Payment payment, String transactionNo) {
        var customer = payment.customerNumber();
        if (customer != null && decline.group() == DeclineGroup.OTHER_CARD) {
            calls.token(transactionNo).ifPresent(token -> events.publishEvent(new CardUnusable(customer, token)));
        }
    }
}
