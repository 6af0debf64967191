package jp.otodoke.payments;

import java.util.ArrayList;
import jp.otodoke.orders.Timeline;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.RefundEntry.Route;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;
import jp.otodoke.staff.CurrentStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives back what was paid too much for an order, as a person asks: at once up to a limit, above it when somebody else has
 * approved.
 */
@Component
public class AskForRefund {
    private static final int LONGEST_REASON = 200;

    private final Payments payments;
    private final Refunds refunds;
    private final KnownAccount knownAccount;
    private final RefundExcess refundExcess;
    private final CardRefunds cards;
    private final DeferredRefunds agency;
    private final Ledger ledger;
    private final RefundLimits limits;
    private final CarryOutRefund carryOut;
    private final RefundTasks tasks;
    private final Timeline timeline;

    AskForRefund(
            Payments payments,
            Refunds refunds,
            KnownAccount knownAccount,
            RefundExcess refundExcess,
            CardRefunds cards,
            DeferredRefunds agency,
            Ledger ledger,
            RefundLimits limits,
            CarryOutRefund carryOut,
            RefundTasks tasks,
            Timeline timeline) {
        this.payments = payments;
        this.refunds = refunds;
        this.knownAccount = knownAccount;
        this.refundExcess = refundExcess;
        this.cards = cards;
        this.agency = agency;
        this.ledger = ledger;
        this.limits = limits;
        this.carryOut = carryOut;
        this.tasks = tasks;
        this.timeline = timeline;
    }

    /**
     * @param by user name
     * @throws InvalidInput if the order is unknown, nothing is asked for, or no reason is given
     * @throws Refusal if less is due, or the cards or the shop have less to give back (conflict)
     */
    @Transactional
    public Refund ask(NewRefund asked, String by) {
        check(asked);
        var payment = refunds.lock(asked.order())
                .orElseThrow(() -> new InvalidInput(
                        "orderNumber", "unknown", BilingualText.of("refund.problem.order.unknown", asked.order())));
        checkSum(asked, payment);
        return propose(payment, asked, by);
    }

    /**
     * All that is due of an order, or what the shop has collected of it.
     *
     * @throws Refusal if nothing is due (conflict)
     */
    @Transactional
    public Refund askForAll(OrderNumber order, Route route, @Nullable PayeeAccount account, String by) {
        var payment = refunds.lock(order).orElseThrow();
        var due = refundExcess.due(payment);
        var sum = route == Route.SHOP ? due.min(collected(order)) : due;
        if (!sum.isPositive()) {
            throw Refusal.conflict("refund.nothing-due", order);
        }
        var asked = new NewRefund(order, sum, route, RefundEntry.OVERPAID, account);
        checkSum(asked, payment);
        return propose(payment, asked, by);
    }

    private static void check(NewRefund asked) {
        var problems = new ArrayList<FieldProblem>();
        if (!asked.amount().isPositive()) {
            problems.add(new FieldProblem("amount", "invalid", BilingualText.of("refund.problem.amount")));
        }
        if (TextNormalizer.blank(asked.reason()) || asked.reason().length() > LONGEST_REASON) {
            problems.add(
                    new FieldProblem("reason", "invalid", BilingualText.of("refund.problem.reason", LONGEST_REASON)));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private void checkSum(NewRefund asked, Payment payment) {
        var due = refundExcess.due(payment).max(Yen.ZERO);
        if (asked.amount().isMoreThan(due)) {
            throw Refusal.conflict("refund.too-much", asked.order(), due, asked.amount());
        }
        if (asked.route() == Route.CARD && asked.amount().isMoreThan(cards.possible(asked.order()))) {
            throw CardRefunds.tooMuch(asked.order(), cards.possible(asked.order()));
        }
        if (asked.route() == Route.AGENCY && asked.amount().isMoreThan(agency.possible(payment))) {
            throw Refusal.conflict("refund.agency.too-much", asked.order(), agency.possible(payment));
        }
        if (asked.route() == Route.SHOP && asked.amount().isMoreThan(collected(asked.order()))) {
            throw Refusal.conflict("refund.shop.too-much", asked.order(), collected(asked.order()));
        }
    }

    /** What the shop has received for the order and not given back. */
    private Yen collected(OrderNumber order) {
        return ledger.received(Account.SHOP, order).max(Yen.ZERO);
    }

    private Refund propose(Payment payment, NewRefund asked, String by) {
        var id = refunds.propose(asked.order(), asked.route(), asked.amount(), asked.reason(), by, account(asked));
        if (limits.needsApproval(asked.amount())) {
            tasks.askForApproval(refunds.get(id));
        } else {
            refunds.approve(id, CurrentStaff.SYSTEM);
            carryOut.carryOut(payment, refunds.get(id));
        }
        refundExcess.excess(payment);
        payments.saveAndFlush(payment);
        timeline.add(
                asked.order(),
                "REFUND_ASKED",
                BilingualText.of(
                        "timeline.refund-asked", asked.amount(), BilingualText.of("refund-route." + asked.route())),
                by);
        return refunds.get(id);
    }

    private @Nullable PayeeAccount account(NewRefund asked) {
        return asked.route() == Route.TRANSFER && asked.account() == null
                ? knownAccount.of(asked.order()).orElse(null)
                : asked.account();
    }
}
