package jp.otodoke.payments;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.RefundEntry.Route;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.stereotype.Component;

/**
 * Gives back or voids what the customer paid or reserved beyond the order's current total: to the card that paid it at once, else
 * a refund is proposed, and a person decides by which route it goes. What was only written off is not given back.
 */
@Component
class RefundExcess {
    private final CardCalls calls;
    private final CardRefunds cards;
    private final DeferredRefunds agency;
    private final Refunds refunds;
    private final RefundLimits limits;
    private final RefundTasks tasks;
    private final TakeBackWriteOffs takeBackWriteOffs;
    private final Ledger ledger;
    private final Inbox inbox;
    private final BusinessClock clock;

    RefundExcess(
            CardCalls calls,
            CardRefunds cards,
            DeferredRefunds agency,
            Refunds refunds,
            RefundLimits limits,
            RefundTasks tasks,
            TakeBackWriteOffs takeBackWriteOffs,
            Ledger ledger,
            Inbox inbox,
            BusinessClock clock) {
        this.calls = calls;
        this.cards = cards;
        this.agency = agency;
        this.refunds = refunds;
        this.limits = limits;
        this.tasks = tasks;
        this.takeBackWriteOffs = takeBackWriteOffs;
        this.ledger = ledger;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** To be called whenever charge, payment or refunds of an order have changed. */
    void excess(Payment payment) {
        if (payment.excess().isPositive()) {
            takeBackWriteOffs.upTo(due(payment), payment);
        }
        var open = refunds.open(payment.orderNumber());
        if (!open.isEmpty() || payment.excess().isPositive()) {
            giveBack(payment, open);
        }
        if (payment.charged().isZero()) {
            calls.callOff(payment.orderNumber());
            voidReservation(payment);
        }
    }

    /** A person has approved what the rules proposed: the task about all of it becomes one about the rest. */
    void partIsDecided(Payment payment) {
        tasks.routeIsDecided(payment.orderNumber());
        excess(payment);
        var left = byRoute(refunds.open(payment.orderNumber()).stream()
                .filter(refund -> refund.proposedByTheRules() && refund.route() != Route.CARD)
                .toList());
        if (!left.isEmpty()) {
            tasks.askForRoute(payment, Yen.sum(left.values()), left.containsKey(Route.SHOP));
        }
    }

    /** What is to be given back beyond what somebody has asked for already; negative if something is still owed. */
    Yen due(Payment payment) {
        return payment.excess().minus(refunds.underWay(payment.orderNumber()));
    }

    private void giveBack(Payment payment, List<Refund> open) {
        var excess = payment.excess().max(Yen.ZERO);
        var underWay = withdrawBeyond(
                excess,
                open.stream().filter(refund -> !refund.proposedByTheRules()).toList());
        var proposed = open.stream().filter(Refund::proposedByTheRules).toList();
        propose(payment, excess.minus(underWay), proposed);
    }

    /**
     * Who asked for a refund asked for a sum: if less is due by now it is withdrawn, the latest first, unless gateway or bank
     * know of it.
     *
     * @return what is left under way
     */
    private Yen withdrawBeyond(Yen excess, List<Refund> asked) {
        var underWay = Yen.sum(asked, Refund::amount);
        for (int i = asked.size() - 1; i >= 0 && underWay.isMoreThan(excess); i--) {
            var refund = asked.get(i);
            if (refund.isStillHere() && refunds.withdraw(refund.id())) {
                tasks.decided(refund.id());
                underWay = underWay.minus(refund.amount());
            }
        }
        return underWay;
    }

    /** Who bought the claim bills less; by card if all of it was received by card and the cards take it back, else a person decides. */
    private void propose(Payment payment, Yen due, List<Refund> proposed) {
        if (due.isPositive() && agency.possible(payment).isAtLeast(due)) {
            withdraw(payment.orderNumber(), proposed);
            toAgency(payment, due);
            return;
        }
        var toCards = due.isPositive() && cardsTake(payment.orderNumber(), due);
        if (toCards && !limits.needsApprovalByRule(due)) {
            withdraw(payment.orderNumber(), proposed);
            toCards(payment, due);
            return;
        }
        var wanted = toCards ? Map.of(Route.CARD, due) : byHand(payment, due);
        if (!wanted.equals(byRoute(proposed))) {
            withdraw(payment.orderNumber(), proposed);
            var made = wanted.entrySet().stream()
                    .map(part -> propose(payment.orderNumber(), part.getKey(), part.getValue()))
                    .toList();
            if (toCards) {
                made.forEach(id -> tasks.askForApproval(refunds.get(id)));
            } else if (due.isPositive()) {
                tasks.askForRoute(payment, due, wanted.containsKey(Route.SHOP));
            }
        }
    }

    private boolean cardsTake(OrderNumber order, Yen due) {
        return cards.possible(order).isAtLeast(due) && !refunds.cardRejected(order);
    }

    private void toCards(Payment payment, Yen due) {
        var id = propose(payment.orderNumber(), Route.CARD, due);
        refunds.approve(id, CurrentStaff.SYSTEM);
        cards.send(payment, refunds.get(id));
    }

    private void toAgency(Payment payment, Yen due) {
        var id = propose(payment.orderNumber(), Route.AGENCY, due);
        refunds.approve(id, CurrentStaff.SYSTEM);
        agency.send(payment);
    }

    private long propose(OrderNumber order, Route route, Yen amount) {
        return refunds.propose(order, route, amount, RefundEntry.OVERPAID, CurrentStaff.SYSTEM, null);
    }

    private void withdraw(OrderNumber order, List<Refund> proposed) {
        if (!proposed.isEmpty()) {
            proposed.forEach(refund -> {
                refunds.withdraw(refund.id());
                tasks.decided(refund.id());
            });
            tasks.routeIsDecided(order);
        }
    }

    /** What we received ourselves is given back first, and the shop gives back the rest of what it collected. */
    private Map<Route, Yen> byHand(Payment payment, Yen due) {
        var parts = new EnumMap<Route, Yen>(Route.class);
        if (due.isPositive()) {
            var shop = throughShop(payment, due);
            parts.put(Route.TRANSFER, due.minus(shop));
            parts.put(Route.SHOP, shop);
            parts.values().removeIf(Yen::isZero);
        }
        return parts;
    }

    private Yen throughShop(Payment payment, Yen due) {
        var collected = ledger.received(Account.SHOP, payment.orderNumber()).max(Yen.ZERO);
        var own = payment.paid().minus(collected);
        return payment.excess().minus(own).max(Yen.ZERO).min(collected).min(due);
    }

    private static Map<Route, Yen> byRoute(List<Refund> proposed) {
        return proposed.stream().collect(Collectors.toMap(Refund::route, Refund::amount, Yen::plus));
    }

    private void voidReservation(Payment payment) {
        if (payment.authorised().isZero()) {
            return;
        }
        if (payment.shopPayment() == ShopPayment.AUTHORISED) {
            voidAtTheShop(payment);
        } else if (payment.method() == PaymentMethod.CREDIT_CARD) {
            voidAuthorisation(payment);
        }
    }

    /** Opens a task, as only staff can void an authorisation at the shop. */
    void voidAtTheShop(Payment payment) {
        inbox.open(shopTask(payment));
    }

    /** Voids a card's authorisation of the current attempt, unless a capture is unanswered, and calls off what was put off. */
    void voidAuthorisation(Payment payment) {
        calls.callOff(payment.orderNumber());
        var transaction = payment.transactionNo();
        if (transaction != null
                && payment.method() == PaymentMethod.CREDIT_CARD
                && payment.authorised().isPositive()
                && !calls.outstanding(CardCall.Kind.CAPTURE, payment.orderNumber())) {
            calls.request(
                    CardCall.Kind.VOID,
                    payment,
                    transaction,
                    payment.authorised(),
                    CardCall.Kind.VOID,
                    0,
                    Duration.ZERO);
        }
    }

    private NewTask shopTask(Payment payment) {
        return NewTask.of(
                        ShopAuthorisationTask.TYPE,
                        ShopAuthorisationTask.key(payment),
                        OrderSubject.of(payment.orderNumber()),
                        BilingualText.of("task.shop-authorisation-to-void.reason", payment.orderNumber()))
                .dueAt(clock.instant().plus(Duration.ofDays(3)));
    }
}
