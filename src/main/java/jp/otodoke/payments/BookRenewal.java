package jp.otodoke.payments;

import java.time.Duration;
import java.util.Objects;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What becomes of an authorisation that was to take the place of another. Granted, the other is voided. Refused, the order waits for its
 * payment again before its goods leave; while the other one lasts, what may pass later is tried another night, and goods that are at the
 * warehouse already leave with it.
 */
@Component
class BookRenewal {
    private final FindOrder orders;
    private final CardCalls calls;
    private final AuthorisationLife life;
    private final RefundExcess refundExcess;
    private final AskForCard askForCard;
    private final EndDeclinedCard endDeclinedCard;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    BookRenewal(
            FindOrder orders,
            CardCalls calls,
            AuthorisationLife life,
            RefundExcess refundExcess,
            AskForCard askForCard,
            EndDeclinedCard endDeclinedCard,
            Timeline timeline,
            ApplicationEventPublisher events) {
        this.orders = orders;
        this.calls = calls;
        this.life = life;
        this.refundExcess = refundExcess;
        this.askForCard = askForCard;
        this.endDeclinedCard = endDeclinedCard;
        this.timeline = timeline;
        this.events = events;
    }

    void book(Payment payment, CardCalls.Pending call, CardAnswer answer) {
        switch (answer.outcome()) {
            case AUTHORISED -> granted(payment, call);
            case DECLINED -> refused(payment, call, CardDecline.of(answer));
            default -> payment.renewalEnded();
        }
    }

    /** The goods may have left meanwhile, or the order have been cancelled: then what it has is of use, and this not. */
    private void granted(Payment payment, CardCalls.Pending call) {
        var former = Objects.requireNonNull(payment.transactionNo());
        if (payment.status() != PaymentStatus.AUTHORIZED
                || !payment.charged().isPositive()
                || payment.open().isMoreThan(call.amount())
                || calls.captures(former) > 0) {
            payment.renewalEnded();
            release(payment, call.transactionNo(), call);
            return;
        }
        payment.renewed(call.amount());
        release(payment, former, call);
        timeline.add(
                payment.orderNumber(),
                "CARD_RENEWED",
                BilingualText.of("timeline.card-renewed", call.amount()),
                CurrentStaff.SYSTEM);
    }

    private void release(Payment payment, String transactionNo, CardCalls.Pending call) {
        calls.request(CardCall.Kind.VOID, payment, transactionNo, call.amount(), CardCall.Kind.VOID, 0, Duration.ZERO);
    }

    private void refused(Payment payment, CardCalls.Pending call, CardDecline decline) {
        payment.renewalEnded();
        endDeclinedCard.because(decline, payment, call.transactionNo());
        var former = payment.transactionNo();
        var lasts = former != null && !life.ended(former);
        if (payment.status() != PaymentStatus.AUTHORIZED || former != null && calls.captures(former) > 0) {
            return;
        }
        if (decline.group() == DeclineGroup.RETRY_LATER && lasts) {
            tell(payment, "timeline.card-renewal.later", decline);
            return;
        }
        if (lasts && orders.get(payment.orderNumber()).progress() == OrderStatus.DISPATCHED) {
            tell(payment, "timeline.card-renewal.kept", decline);
            payment.barCard();
            return;
        }
        tell(payment, "timeline.card-renewal.refused", decline);
        refundExcess.voidAuthorisation(payment);
        payment.endAttempt();
        payment.barCard();
        askForCard.because(decline, payment, call.transactionNo());
        events.publishEvent(new PaymentReversed(payment.orderNumber()));
    }

    private void tell(Payment payment, String text, CardDecline decline) {
        timeline.add(
                payment.orderNumber(), "CARD_DECLINED", BilingualText.of(text, decline.words()), CurrentStaff.SYSTEM);
    }
}
