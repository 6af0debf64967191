package jp.otodoke.payments;

import java.util.Optional;
import java.util.regex.Pattern;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.orders.Timeline;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A customer gives another card by the link that we sent: it pays the order that waits, or the goods that have left. */
@Component
public class GiveNewCard {
    /** What a gateway puts in place of a card: short and printable, and never a card number. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{2,199}");

    private static final String BY = "customer";

    private final CardLinks links;
    private final Payments payments;
    private final FindOrder orders;
    private final CardCalls calls;
    private final SecurePayment securePayment;
    private final CollectShipped collectShipped;
    private final CaptureFailedTask captureFailed;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    GiveNewCard(
            CardLinks links,
            Payments payments,
            FindOrder orders,
            CardCalls calls,
            SecurePayment securePayment,
            CollectShipped collectShipped,
            CaptureFailedTask captureFailed,
            Timeline timeline,
            ApplicationEventPublisher events) {
        this.links = links;
        this.payments = payments;
        this.orders = orders;
        this.calls = calls;
        this.securePayment = securePayment;
        this.collectShipped = collectShipped;
        this.captureFailed = captureFailed;
        this.timeline = timeline;
        this.events = events;
    }

    /** What the page may show; empty if the link does not work, or a card that is given now would not be taken. */
    @Transactional(readOnly = true)
    public Optional<Asked> asked(String link) {
        return links.order(link)
                .flatMap(payments::findById)
                .filter(payment -> cardWanted(payment) || onlyReplaced(link, payment))
                .map(payment -> new Asked(
                        payment.orderNumber(),
                        payment.cardLast4(),
                        payment.open().max(Yen.ZERO)));
    }

    /**
     * The link works no more, whatever becomes of the card.
     *
     * @throws Refusal if the link does not work (not found), the card's token can't be one (invalid), or nothing is to be paid by card
     *     now (conflict)
     */
    @Transactional
    public OrderNumber give(String link, String cardToken) {
        if (!TOKEN.matcher(cardToken).matches()) {
            throw Refusal.invalid("new-card.not-a-token");
        }
        var number = links.locked(link).orElseThrow(() -> Refusal.notFound("new-card.ended"));
        calls.callOff(number);
        var payment = payments.findById(number).orElseThrow();
        var replaced = onlyReplaced(link, payment);
        if (!replaced && !cardWanted(payment)) {
            throw Refusal.conflict("new-card.nothing-to-pay");
        }
        links.end(number);
        var former = payment.cardToken();
        payment.useCard(cardToken);
        payments.saveAndFlush(payment);
        var customer = payment.customerNumber();
        if (customer != null) {
            events.publishEvent(new CardGiven(
                    number, customer, new CardToken(cardToken), former == null ? null : new CardToken(former)));
        }
        timeline.add(number, "NEW_CARD", BilingualText.of("timeline.new-card"), BY);
        if (replaced) {
            return number;
        }
        var order = orders.get(number);
        if (order.openPieces() == 0) {
            collectShipped.authoriseAgain(number);
            captureFailed.close(number);
        } else {
            securePayment.secure(number);
        }
        return number;
    }

    /** The authorisation that the order has stays; the card in place of the one that expires pays from the next one on. */
    private boolean onlyReplaced(String link, Payment payment) {
        return payment.method() == PaymentMethod.CREDIT_CARD
                && payment.shopPayment() == ShopPayment.NONE
                && payment.secured()
                && payment.open().isPositive()
                && links.isBeforeExpiry(link);
    }

    /** An attempt that was only put off gives way to the new card. */
    private boolean cardWanted(Payment payment) {
        return payment.method() == PaymentMethod.CREDIT_CARD
                && payment.shopPayment() == ShopPayment.NONE
                && !payment.secured()
                && payment.status() != PaymentStatus.UNKNOWN
                && !calls.charging(payment.orderNumber());
    }

    /** @param last4 of the card that was refused; null if the gateway did not tell them */
    public record Asked(OrderNumber order, @Nullable String last4, Yen amount) {}
}
