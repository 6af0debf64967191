package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.payments.CardAnswer.Outcome;
import jp.otodoke.payments.CardCall.Kind;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.modulith.test.AssertablePublishedEvents;

/** What each answer of the card gateway does to a payment, and what a lost one does. */
@ModuleTest
class CardAnswerTests {
    private final PaymentDesk desk;
    private final BusinessClock clock;
    private final RequeryCard requery;
    private final RecordCardNotice notices;

    @Autowired
    CardAnswerTests(
            AutowireCapableBeanFactory beans, BusinessClock clock, RequeryCard requery, RecordCardNotice notices) {
        this.desk = beans.createBean(PaymentDesk.class);
        this.clock = clock;
        this.requery = requery;
        this.notices = notices;
    }

    @AfterEach
    void booksBalance() {
        desk.booksBalance();
    }

    @Test
    void aDeclinedCardFailsWithTheGatewaysCode(AssertablePublishedEvents events) {
        var order = desk.secured(OrderMother.twoTeas().paidByCard());

        desk.answer(order, Outcome.DECLINED);

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.FAILED);
        assertThat(events).contains(PaymentFailed.class).matching(new PaymentFailed(order, "G12")::equals);
    }

    @Test
    void theSameAnswerAgainChangesNothing(AssertablePublishedEvents events) {
        var order = desk.secured(OrderMother.twoTeas().paidByCard());
        var call = desk.lastCall(order);

        desk.answerCall(call, Outcome.AUTHORISED);
        desk.answerCall(call, Outcome.AUTHORISED);

        assertThat(desk.payment(order).authorised().amount()).isEqualTo(6550);
        assertThat(events.ofType(PaymentSecured.class).matching(new PaymentSecured(order)::equals))
                .hasSize(1);
    }

    @Test
    void aLostAnswerIsAskedForAndThePaymentIsUnknownSinceThen(AssertablePublishedEvents events) {
        var order = desk.secured(OrderMother.twoTeas().paidByCard());
        var before = clock.instant();

        desk.answer(order, Outcome.UNKNOWN);

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.UNKNOWN);
        assertThat(desk.payment(order).unknownSince()).isBeforeOrEqualTo(clock.instant());
        assertThat(desk.asked(order)).isEqualTo(Kind.SEARCH);
        var question = desk.lastCall(order);
        assertThat(events.ofType(CardCallRequested.class).matching(asked -> asked.callId() == question))
                .singleElement()
                .satisfies(asked -> assertThat(asked.notBefore())
                        .as("a pause before asking")
                        .isBetween(before.plusSeconds(20), clock.instant().plusSeconds(20)));
    }

    @Test
    void afterFiveQueriesATaskIsCreated(AssertablePublishedEvents events) {
        var order = desk.secured(OrderMother.twoTeas().paidByCard());

        for (int asked = 0; asked < 5; asked++) {
            assertThat(events.ofType(PaymentUnknown.class)).isEmpty();
            desk.answer(order, Outcome.UNKNOWN);
        }

        assertThat(events).contains(PaymentUnknown.class).matching(new PaymentUnknown(order)::equals);
        assertThat(desk.asked(order)).as("we go on asking").isEqualTo(Kind.SEARCH);
    }

    @Test
    void whatTheGatewayNeverHeardOfIsTriedAgainUnderTheSameNumber() {
        var order = desk.secured(OrderMother.twoTeas().paidByCard());
        var number = desk.payment(order).transactionNo();
        desk.answer(order, Outcome.UNKNOWN);

        desk.answer(order, Outcome.NOT_FOUND);

        assertThat(desk.asked(order)).isEqualTo(Kind.AUTHORISE);
        assertThat(desk.payment(order).transactionNo()).isEqualTo(number);
    }

    @Test
    void aSearchThatFindsTheAuthorisationSecuresTheOrder() {
        var order = desk.secured(OrderMother.twoTeas().paidByCard());
        desk.answer(order, Outcome.UNKNOWN);

        desk.answer(order, Outcome.AUTHORISED);

        assertThat(desk.payment(order).secured()).isTrue();
        assertThat(desk.payment(order).unknownSince()).isNull();
    }

    @Test
    void anAuthorisationForAnOrderThatWasCancelledMeanwhileIsVoided() {
        var order = desk.secured(OrderMother.twoTeas().paidByCard());
        desk.cancel(order);

        desk.answer(order, Outcome.AUTHORISED);

        assertThat(desk.asked(order)).isEqualTo(Kind.VOID);
        desk.answer(order, Outcome.VOIDED);
        assertThat(desk.payment(order).authorised().amount()).isZero();
    }

    @Test
    void aCapturedCardIsPaid(AssertablePublishedEvents events) {
        var order = desk.captured();

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PAID);
        assertThat(desk.payment(order).paid().amount()).isEqualTo(6550);
        assertThat(events).contains(PaymentSettled.class).matching(new PaymentSettled(order)::equals);
    }

    @Test
    void aCaptureThatTheGatewayRefusesIsATask() {
        var order = desk.authorised();
        desk.capture.shipped(List.of(order));

        desk.answer(order, Outcome.DECLINED);

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.FAILED);
        assertThat(desk.tasks(order)).containsExactly("capture-failed");
    }

    @Test
    void aLostCaptureThatDidNotHappenIsAskedForOnceMore() {
        var order = desk.authorised();
        desk.capture.shipped(List.of(order));
        var first = desk.lastCall(order);
        desk.answer(order, Outcome.UNKNOWN);
        assertThat(desk.asked(order)).isEqualTo(Kind.SEARCH);

        desk.answer(order, Outcome.AUTHORISED);

        assertThat(desk.asked(order)).isEqualTo(Kind.CAPTURE);
        assertThat(desk.lastCall(order)).isNotEqualTo(first);
        desk.answer(order, Outcome.CAPTURED);
        assertThat(desk.payment(order).paid().amount()).isEqualTo(6550);
    }

    @Test
    void aHintOfTheGatewayIsNoFactButAsksForOne() {
        var order = desk.secured(OrderMother.twoTeas().paidByCard());
        var number = String.valueOf(desk.payment(order).transactionNo());
        var first = desk.lastCall(order);

        notices.record(number);
        assertThat(desk.lastCall(order)).as("no answer is missed").isEqualTo(first);

        desk.answer(order, Outcome.UNKNOWN);
        var question = desk.lastCall(order);
        notices.record(number);
        assertThat(desk.lastCall(order)).isNotEqualTo(question);
        notices.record("nobody's");
    }

    @Test
    void staffMayHaveTheGatewayAskedAtOnce() {
        var order = desk.secured(OrderMother.twoTeas().paidByCard());
        desk.answer(order, Outcome.UNKNOWN);
        var waiting = desk.lastCall(order);

        requery.ask(order);

        assertThat(desk.lastCall(order)).isNotEqualTo(waiting);
        assertThat(desk.asked(order)).isEqualTo(Kind.SEARCH);
    }

    @Test
    void whatStaffFindAtTheGatewayCountsAsItsAnswer() {
        var order = lostCapture();

        desk.decide(order, "card-result-unknown", "CARRIED_OUT");

        assertThat(desk.payment(order).paid().amount()).isEqualTo(6550);
        assertThat(desk.tasks(order)).isEmpty();
    }

    @Test
    void aCaptureThatStaffDoNotFindAtTheGatewayIsDecidedAbout() {
        var order = lostCapture();

        desk.decide(order, "card-result-unknown", "NOT_CARRIED_OUT");

        assertThat(desk.payment(order).paid().amount()).isZero();
        assertThat(desk.tasks(order)).containsExactly("capture-failed");
    }

    private OrderNumber lostCapture() {
        var order = desk.authorised();
        desk.capture.shipped(List.of(order));
        for (int asked = 0; asked < 5; asked++) {
            desk.answer(order, Outcome.UNKNOWN);
        }
        assertThat(desk.tasks(order)).containsExactly("card-result-unknown");
        return order;
    }
}
