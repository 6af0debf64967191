package jp.otodoke.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.CardAnswer.Outcome;
import jp.otodoke.payments.PaymentStatus;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Goods have shipped and the card is not charged: each decision of the task collects the money, in its own way. */
@ModuleTest
class CaptureFailedTests {
    private static final String TASK = "capture-failed";

    private final Walk walk;

    @Autowired
    CaptureFailedTests(AutowireCapableBeanFactory beans) {
        this.walk = beans.createBean(Walk.class);
    }

    @BeforeEach
    void morning() {
        walk.morning();
    }

    @AfterEach
    void allHolds() {
        walk.allHolds();
    }

    @Test
    void thereIsNoDecisionThatOnlyClosesTheTask() {
        assertThat(walk.task(declined(), TASK).decisions())
                .containsExactly("CAPTURE", "AUTHORISE", "BANK_TRANSFER", "RECEIVED");
    }

    @Test
    void theCaptureIsTriedAgainByTheSameAuthorisation() {
        var order = declined();
        var transaction = walk.payment(order).transactionNo();

        walk.decide(order, TASK, "CAPTURE");
        walk.answer(order, Outcome.CAPTURED);

        assertThat(walk.payment(order).transactionNo()).isEqualTo(transaction);
        assertThat(walk.payment(order).settled()).isTrue();
        assertThat(walk.tasks(order)).doesNotContain(TASK);
    }

    @Test
    void aCaptureThatIsDeclinedAgainIsANewTask() {
        var order = declined();
        var first = walk.task(order, TASK).id();

        walk.decide(order, TASK, "CAPTURE");
        walk.answer(order, Outcome.DECLINED);

        assertThat(walk.task(order, TASK).id()).isNotEqualTo(first);
    }

    @Test
    void aNewAuthorisationOfWhatHasShippedIsCapturedAtOnce() {
        var order = declined();
        var transaction = walk.payment(order).transactionNo();

        walk.decide(order, TASK, "AUTHORISE");
        walk.answer(order, Outcome.VOIDED);
        walk.answer(order, Outcome.AUTHORISED);
        walk.answer(order, Outcome.CAPTURED);

        assertThat(walk.payment(order).transactionNo()).isNotEqualTo(transaction);
        assertThat(walk.payment(order).settled()).isTrue();
    }

    @Test
    void aNewAuthorisationThatIsDeclinedAsksAgainThoughNoProcessWaitsForIt() {
        var order = declined();

        walk.decide(order, TASK, "AUTHORISE");
        walk.answer(order, Outcome.VOIDED);
        walk.answer(order, Outcome.DECLINED);

        assertThat(walk.tasks(order)).contains(TASK);
    }

    @Test
    void theCustomerIsAskedForATransferThatSettlesTheOrder() {
        var order = declined();

        walk.decide(order, TASK, "BANK_TRANSFER");

        assertThat(walk.order(order).paymentMethod()).isEqualTo(PaymentMethod.BANK_TRANSFER);
        assertThat(walk.payment(order).status()).isEqualTo(PaymentStatus.PENDING);
        walk.transfer(order, walk.payment(order).charged().amount());
        assertThat(walk.payment(order).settled()).isTrue();
        assertThat(walk.status(order)).isEqualTo(OrderStatus.SHIPPED);
    }

    @Test
    void whatTheCustomerPaidOtherwiseIsBooked() {
        var order = declined();

        walk.decide(order, TASK, "RECEIVED");

        assertThat(walk.payment(order).status()).isEqualTo(PaymentStatus.PAID);
        assertThat(walk.tasks(order)).doesNotContain(TASK);
    }

    @Test
    void nothingIsDecidedWhileTheGatewayHasStillToAnswer() {
        var order = declinedWithRest();

        assertThatThrownBy(() -> walk.decide(order, TASK, "RECEIVED"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("payment.card.unanswered");
    }

    @Test
    void aPaymentSettledByTheNextShipmentClosesTheTask() {
        var order = declinedWithRest();
        walk.answer(order, Outcome.AUTHORISED);
        assertThat(walk.tasks(order)).contains(TASK);

        walk.testClock.set("2026-11-27T07:00:00+09:00");
        walk.wave();
        walk.ship(walk.parcel(order).number());
        walk.answer(order, Outcome.CAPTURED);

        assertThat(walk.payment(order).settled()).isTrue();
        assertThat(walk.tasks(order)).doesNotContain(TASK);
    }

    /** One of two pieces has shipped, the other one waits for a new authorisation. */
    private OrderNumber declinedWithRest() {
        var order = walk.place(OrderMother.of(walk.article(10), 2).by(PaymentMethod.CREDIT_CARD));
        walk.answer(order, Outcome.AUTHORISED);
        walk.wave();
        walk.shipShort(walk.parcel(order).number(), 1);
        walk.answer(order, Outcome.DECLINED);
        walk.decide(order, "shipment-short", "SHIP_REST");
        return order;
    }

    /** Everything has shipped. */
    private OrderNumber declined() {
        var order = walk.place(OrderMother.of(walk.article(10), 2).by(PaymentMethod.CREDIT_CARD));
        walk.answer(order, Outcome.AUTHORISED);
        walk.wave();
        walk.ship(walk.parcel(order).number());
        walk.answer(order, Outcome.DECLINED);
        return order;
    }
}
