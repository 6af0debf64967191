package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.payments.CardAnswer.Outcome;
import jp.otodoke.payments.RefundEntry.Route;
import jp.otodoke.payments.RefundEntry.Status;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Whatever comes first, what was paid too much is given back exactly once, and the books are right after each step. */
@ModuleTest
class RefundsInAnyOrderTests {
    private static final int ORDERS = 24;
    private static final int TEAS = 6;

    private final PaymentDesk desk;
    private final AskForRefund askForRefund;
    private final ApproveRefund approveRefund;
    private final FindPaymentEntries entries;

    @Autowired
    RefundsInAnyOrderTests(
            AutowireCapableBeanFactory beans,
            AskForRefund askForRefund,
            ApproveRefund approveRefund,
            FindPaymentEntries entries) {
        this.desk = beans.createBean(PaymentDesk.class);
        this.askForRefund = askForRefund;
        this.approveRefund = approveRefund;
        this.entries = entries;
    }

    @TestFactory
    List<DynamicTest> whatIsOverpaidIsGivenBackOnce() {
        var all = new ArrayList<DynamicTest>();
        for (int seed = 0; seed < ORDERS; seed++) {
            var random = new Random(seed);
            var byCard = seed % 2 == 0;
            all.add(DynamicTest.dynamicTest(
                    (byCard ? "by card, seed " : "by transfer, seed ") + seed, () -> play(byCard, random)));
        }
        return all;
    }

    private void play(boolean byCard, Random random) {
        var order = paid(byCard);
        var paid = desk.payment(order).paid();
        desk.changeTo(order, TEAS - 1);
        var steps = new ArrayList<Runnable>(List.of(
                () -> ask(order, 2000, Route.BALANCE),
                () -> ask(order, 12_000, Route.BALANCE),
                () -> ask(order, 1500, Route.TRANSFER),
                () -> approveAll(order),
                () -> answerOne(order, random.nextBoolean() ? Outcome.REFUNDED : Outcome.DECLINED),
                () -> answerOne(order, Outcome.UNKNOWN),
                () -> desk.cancel(order)));
        Collections.shuffle(steps, random);

        for (var step : steps) {
            step.run();
            desk.booksBalance();
        }
        settle(order);

        desk.booksBalance();
        assertThat(desk.payment(order).excess())
                .as("nothing left, and not a yen too much")
                .isEqualTo(Yen.ZERO);
        assertThat(Yen.sum(given(order), RefundEntry::amount))
                .isEqualTo(paid.minus(desk.payment(order).charged()));
        assertThat(desk.tasks(order)).isEmpty();
    }

    private OrderNumber paid(boolean byCard) {
        var teas = OrderMother.of(ProductMother.tea(), TEAS);
        var order = desk.secured(byCard ? teas.paidByCard() : teas.paidByTransfer());
        if (byCard) {
            desk.answer(order, Outcome.AUTHORISED);
            desk.capture.shipped(List.of(order));
            desk.answer(order, Outcome.CAPTURED);
        } else {
            desk.transfer(order, desk.payment(order).charged().amount());
        }
        return order;
    }

    private void ask(OrderNumber order, long amount, Route route) {
        try {
            askForRefund.ask(new NewRefund(order, Yen.of(amount), route, "お客様のご希望", null), "ryoko");
        } catch (Refusal tooMuch) {
            assertThat(tooMuch.kind()).isEqualTo(Refusal.Kind.CONFLICT);
        }
    }

    private void approveAll(OrderNumber order) {
        entries.refunds(order).stream()
                .filter(refund -> refund.status() == Status.PROPOSED)
                .toList()
                .forEach(refund -> {
                    try {
                        approveRefund.approve(refund.id(), "tadashi");
                    } catch (Refusal gone) {
                        assertThat(gone.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                    }
                });
    }

    private void answerOne(OrderNumber order, Outcome outcome) {
        desk.askedAboutRefunds(order).stream().findFirst().ifPresent(call -> desk.answerCall(call.callId(), outcome));
    }

    /** Nobody dawdles any more: all is approved, paid out by hand or answered. */
    private void settle(OrderNumber order) {
        while (desk.payment(order).excess().isPositive()) {
            approveAll(order);
            while (!desk.askedAboutRefunds(order).isEmpty()) {
                answerOne(order, Outcome.REFUNDED);
            }
            if (desk.tasks(order).contains("refund-account")) {
                desk.decide(order, "refund-account", "BALANCE");
            }
            if (desk.tasks(order).contains("refund-due")) {
                desk.decide(order, "refund-due", "REFUNDED");
            }
        }
    }

    private List<RefundEntry> given(OrderNumber order) {
        return entries.refunds(order).stream()
                .filter(refund -> refund.status() == Status.DONE)
                .toList();
    }
}
