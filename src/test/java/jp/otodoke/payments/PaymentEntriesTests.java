package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.PaymentMother;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.payments.CardAnswer.Outcome;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Every attempt to pay an order, what came in for it, and what goes back, as the API tells. */
@ModuleTest
class PaymentEntriesTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
    private static final long TOTAL = 6550;

    private final PaymentDesk desk;
    private final FindPaymentEntries entries;
    private final UnmatchDeposits unmatchDeposits;
    private final Deposits deposits;

    @Autowired
    PaymentEntriesTests(
            AutowireCapableBeanFactory beans,
            FindPaymentEntries entries,
            UnmatchDeposits unmatchDeposits,
            Deposits deposits) {
        this.desk = beans.createBean(PaymentDesk.class);
        this.entries = entries;
        this.unmatchDeposits = unmatchDeposits;
        this.deposits = deposits;
    }

    @Test
    void anAttemptGoesFromPendingToPaidUnderOneReference() {
        var order = desk.secured(OrderMother.twoTeas().paidByCard());
        assertThat(told(order)).containsExactly("PENDING 6550");

        desk.answer(order, Outcome.AUTHORISED);
        assertThat(told(order)).containsExactly("AUTHORIZED 6550");

        desk.capture.shipped(List.of(order));
        assertThat(told(order)).containsExactly("AUTHORIZED 6550");
        desk.answer(order, Outcome.CAPTURED);
        assertThat(told(order)).containsExactly("PAID 6550");
        assertThat(entries.payments(order).get(0).reference())
                .isEqualTo(desk.payment(order).transactionNo());
    }

    @Test
    void anAttemptOfUnknownResultIsUnknownUntilItIsKnown() {
        var order = desk.secured(OrderMother.twoTeas().paidByCard());
        desk.answer(order, Outcome.UNKNOWN);
        assertThat(told(order)).containsExactly("UNKNOWN 6550");

        desk.answer(order, Outcome.AUTHORISED);

        assertThat(told(order)).containsExactly("AUTHORIZED 6550");
    }

    @Test
    void aDeclinedAttemptStaysBesideTheNext() {
        var order = desk.secured(OrderMother.twoTeas().paidByCard());
        desk.answer(order, Outcome.DECLINED);
        desk.secure.secure(order);
        desk.answer(order, Outcome.AUTHORISED);

        assertThat(told(order)).containsExactly("FAILED 6550", "AUTHORIZED 6550");
    }

    @Test
    void theReservationOfACancelledOrderIsVoided() {
        var order = desk.authorised();
        desk.cancel(order);
        desk.answer(order, Outcome.VOIDED);

        assertThat(told(order)).containsExactly("VOIDED 6550");
        assertThat(entries.refunds(order)).isEmpty();
    }

    @Test
    void aTransferIsPaidAndReversedOnceItIsUndone() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());
        var payer = CustomerMother.unmistakable("振込", CustomerMother.TOKYO, false);
        var transfer = PaymentMother.transferBy(order + " " + payer.kana(), TOTAL, DAY);
        desk.given.deposit(transfer);
        assertThat(told(order)).containsExactly("PAID 6550");
        assertThat(entries.payments(order).get(0).reference()).isEqualTo(transfer.bankReference());
        assertThat(entries.payments(order).get(0).method()).isEqualTo(PaymentMethod.BANK_TRANSFER);

        unmatchDeposits.unmatch(deposits.list(null, "id,desc", 0, 1).get(0).id(), "keiri");

        assertThat(told(order)).containsExactly("REVERSED 6550");
    }

    @Test
    void whatTheShopCollectedIsPaid() {
        var order = desk.secured(OrderMother.twoTeas().atTheShop(ShopPayment.PAID));

        assertThat(told(order)).containsExactly("PAID 6550");
    }

    @Test
    void aRefundIsProposedAndThenDone() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());
        desk.transfer(order, TOTAL);
        desk.cancel(order);
        assertThat(refunds(order)).containsExactly("PROPOSED 6550 TRANSFER");

        desk.decide(order, "refund-due", "REFUNDED");

        assertThat(refunds(order)).containsExactly("DONE 6550 TRANSFER");
    }

    @Test
    void aRefundToACardIsSentAndThenDone() {
        var order = desk.captured();
        desk.changeTo(order, 1);
        var due = desk.payment(order).excess();
        assertThat(refunds(order)).containsExactly("SENT " + due.amount() + " CARD");

        desk.answerCall(desk.askedAboutRefunds(order).get(0).callId(), Outcome.REFUNDED);

        assertThat(refunds(order)).containsExactly("DONE " + due.amount() + " CARD");
        assertThat(due).isNotEqualTo(Yen.ZERO);
    }

    private List<String> told(OrderNumber order) {
        return entries.payments(order).stream()
                .map(entry -> entry.status() + " " + entry.amount().amount())
                .toList();
    }

    private List<String> refunds(OrderNumber order) {
        return entries.refunds(order).stream()
                .map(entry -> entry.status() + " " + entry.amount().amount() + " " + entry.route())
                .toList();
    }
}
