package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.payments.CardAnswer.Outcome;
import jp.otodoke.payments.CardCall.Kind;
import jp.otodoke.shared.OrderNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.modulith.test.AssertablePublishedEvents;

/** When goods leave, the card is captured: once, and only what was authorised. */
@ModuleTest
class CaptureOnShipmentTests {
    private final PaymentDesk desk;

    @Autowired
    CaptureOnShipmentTests(AutowireCapableBeanFactory beans) {
        this.desk = beans.createBean(PaymentDesk.class);
    }

    @AfterEach
    void booksBalance() {
        desk.booksBalance();
    }

    @Test
    void anAuthorisedCardIsCaptured() {
        var order = desk.authorised();

        desk.capture.shipped(List.of(order));

        assertThat(desk.asked(order)).isEqualTo(Kind.CAPTURE);
        assertThat(desk.askedAmount(order)).isEqualTo(6550);
    }

    @Test
    void severalParcelsOfAnOrderAreOneCapture() {
        var order = desk.authorised();
        desk.capture.shipped(List.of(order));
        var call = desk.lastCall(order);

        desk.capture.shipped(List.of(order));
        assertThat(desk.lastCall(order)).isEqualTo(call);

        desk.answer(order, Outcome.CAPTURED);
        desk.capture.shipped(List.of(order));
        assertThat(desk.lastCall(order)).isEqualTo(call);
        assertThat(desk.payment(order).paid().amount()).isEqualTo(6550);
    }

    @Test
    void aShopsAuthorisationCountsAsPaidWhenGoodsLeave(AssertablePublishedEvents events) {
        var order = desk.secured(OrderMother.twoTeas().atTheShop(ShopPayment.AUTHORISED));

        desk.capture.shipped(List.of(order));
        desk.capture.shipped(List.of(order));

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PAID);
        assertThat(desk.payment(order).paid().amount()).isEqualTo(6550);
        assertThat(events.ofType(PaymentSettled.class).matching(new PaymentSettled(order)::equals))
                .hasSize(1);
        assertThat(events.ofType(CardCallRequested.class)).isEmpty();
    }

    @Test
    void whatIsPaidInCashOrByTransferIsNotCaptured(AssertablePublishedEvents events) {
        var cash = desk.secured(OrderMother.twoTeas());
        var transfer = desk.secured(OrderMother.twoTeas().paidByTransfer());

        desk.capture.shipped(List.of(cash, transfer, OrderNumber.of("A99999999")));

        assertThat(desk.status(cash)).isEqualTo(PaymentStatus.PENDING);
        assertThat(desk.status(transfer)).isEqualTo(PaymentStatus.PENDING);
        assertThat(events.ofType(CardCallRequested.class)).isEmpty();
    }

    @Test
    void aCardWithoutAnAnswerIsNotCaptured() {
        var order = desk.secured(OrderMother.twoTeas().paidByCard());

        desk.capture.shipped(List.of(order));

        assertThat(desk.asked(order)).isEqualTo(Kind.AUTHORISE);
    }

    @Test
    void goodsThatLeaveOnARefusedCardAreOneTask() {
        var order = desk.secured(OrderMother.twoTeas().paidByCard());
        desk.decline(order, "expired_card");

        desk.capture.shipped(List.of(order));
        desk.capture.shipped(List.of(order));

        assertThat(desk.tasks(order)).containsExactly("capture-failed");
        assertThat(desk.open(OrderSubject.of(order), "capture-failed").decisions())
                .as("there is nothing to capture")
                .containsExactly("AUTHORISE", "BANK_TRANSFER", "RECEIVED");
    }

    @Test
    void aCaptureThatTheGatewayAnswersAsAuthorisedIsAskedForAgain() {
        var order = desk.authorised();
        desk.capture.shipped(List.of(order));
        var first = desk.lastCall(order);

        desk.answer(order, Outcome.AUTHORISED);

        assertThat(desk.asked(order)).isEqualTo(Kind.CAPTURE);
        assertThat(desk.lastCall(order)).isNotEqualTo(first);
        desk.answer(order, Outcome.CAPTURED);
        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void aCaptureThatIsNeverMadeEndsUpWithAPerson() {
        var order = desk.authorised();
        desk.capture.shipped(List.of(order));

        for (int i = 0; i < 6; i++) {
            desk.answer(order, Outcome.AUTHORISED);
        }

        assertThat(desk.tasks(order)).containsExactly("card-result-unknown");
        desk.answer(order, Outcome.CAPTURED);
        assertThat(desk.tasks(order)).isEmpty();
    }
}
