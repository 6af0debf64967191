package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.payments.CardAnswer.Outcome;
import jp.otodoke.payments.CardCall.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** What a customer paid or reserved beyond what the order costs goes back the way it came. */
@ModuleTest
class RefundExcessTests {
    private final PaymentDesk desk;

    @Autowired
    RefundExcessTests(AutowireCapableBeanFactory beans) {
        this.desk = beans.createBean(PaymentDesk.class);
    }

    @AfterEach
    void booksBalance() {
        desk.booksBalance();
    }

    @Test
    void aCancelledOrderOwesNothingAndItsAuthorisationIsVoided() {
        var order = desk.authorised();

        desk.cancel(order);

        assertThat(desk.payment(order).charged().amount()).isZero();
        assertThat(desk.asked(order)).isEqualTo(Kind.VOID);
        assertThat(desk.askedAmount(order)).isEqualTo(6550);
    }

    @Test
    void aVoidThatDidNotHappenIsAskedForAgain() {
        var order = desk.authorised();
        desk.cancel(order);
        var first = desk.lastCall(order);

        desk.answer(order, Outcome.AUTHORISED);

        assertThat(desk.asked(order)).isEqualTo(Kind.VOID);
        assertThat(desk.lastCall(order)).isNotEqualTo(first);
    }

    @Test
    void whatWasCapturedIsRefundedToTheCard() {
        var order = desk.captured();

        desk.cancel(order);

        assertThat(desk.asked(order)).isEqualTo(Kind.REFUND);
        assertThat(desk.askedAmount(order)).isEqualTo(6550);
        desk.answer(order, Outcome.REFUNDED);
        assertThat(desk.status(order)).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(desk.payment(order).paid().amount()).isZero();
    }

    @Test
    void aRefundThatIsAnsweredTwiceIsBookedOnce() {
        var order = desk.captured();
        desk.cancel(order);
        var call = desk.lastCall(order);

        desk.answerCall(call, Outcome.REFUNDED);
        desk.answerCall(call, Outcome.REFUNDED);

        assertThat(desk.payment(order).paid().amount()).isZero();
    }

    @Test
    void whatTheCardCanNotTakeBackIsATaskForAPerson() {
        var order = desk.captured();
        desk.cancel(order);

        desk.answer(order, Outcome.DECLINED);

        assertThat(desk.tasks(order)).containsExactly("refund-due");
        assertThat(desk.payment(order).paid().amount())
                .as("still ours to give back")
                .isEqualTo(6550);
    }

    @Test
    void aTransferIsRefundedManually() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());
        desk.transfer(order, 6550);

        desk.cancel(order);

        assertThat(desk.tasks(order)).containsExactly("refund-due");
    }

    @Test
    void aShopsAuthorisationIsVoidedInTheShopByAPerson() {
        var order = desk.secured(OrderMother.twoTeas().atTheShop(ShopPayment.AUTHORISED));

        desk.cancel(order);

        assertThat(desk.tasks(order)).containsExactly("shop-authorisation-to-void");
    }

    @Test
    void whoHasPaidNothingGetsNothingBack() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());

        desk.cancel(order);

        assertThat(desk.tasks(order)).doesNotContain("refund-due");
        assertThat(desk.payment(order).charged().amount()).isZero();
    }
}
