package jp.otodoke.payments.cards;

import jp.otodoke.payments.CardGiven;
import jp.otodoke.payments.CardTold;
import jp.otodoke.payments.CardUnusable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps cards in the transaction in which they pay, are given or are refused. */
@Component
class KeepCards {
    private final KeptCards cards;

    KeepCards(KeptCards cards) {
        this.cards = cards;
    }

    @EventListener
    void on(CardTold told) {
        cards.keep(
                told.customer(),
                told.order(),
                told.token(),
                KeptCard.Source.ORDER,
                told.brand(),
                told.last4(),
                told.expires());
    }

    /** What it is, the gateway tells when it has authorised something by it. */
    @EventListener
    void on(CardGiven given) {
        var former = given.former();
        if (former != null && !former.equals(given.token())) {
            cards.end(given.customer(), former, KeptCard.State.REPLACED);
        }
        cards.keep(given.customer(), given.order(), given.token(), KeptCard.Source.LINK, null, null, null);
    }

    @EventListener
    void on(CardUnusable refused) {
        cards.end(refused.customer(), refused.token(), KeptCard.State.UNUSABLE);
    }
}
