package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.payments.CardAnswer.Outcome;
import jp.otodoke.payments.CardCall.Kind;
import jp.otodoke.platform.mail.MailRequested;
import jp.otodoke.shared.OrderNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.modulith.test.AssertablePublishedEvents;

/** What follows a card that was refused depends on why. */
@ModuleTest
class DeclinedCardTests {
    private final PaymentDesk desk;

    @Autowired
    CardCalls calls;

    @Autowired
    FindDecline declines;

    @Autowired
    AdvanceOrder advance;

    @Autowired
    DeclinedCardTests(AutowireCapableBeanFactory beans) {
        this.desk = beans.createBean(PaymentDesk.class);
    }

    @AfterEach
    void booksBalance() {
        desk.booksBalance();
    }

    @Test
    void whatMayPassLaterIsTriedAgainTwiceBeforeAnybodyIsAsked(AssertablePublishedEvents events) {
        var order = byCard();
        var first = desk.payment(order).transactionNo();

        desk.decline(order, "limit_exceeded");
        var second = desk.payment(order).transactionNo();
        assertThat(second).as("each attempt has its own number").isNotEqualTo(first);
        assertThat(pause(events, order)).isEqualTo(Duration.ofHours(2));
        desk.decline(order, "limit_exceeded");
        assertThat(pause(events, order)).isEqualTo(Duration.ofHours(12));
        assertThat(events.ofType(PaymentFailed.class)).isEmpty();
        desk.decline(order, "limit_exceeded");

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.FAILED);
        assertThat(events).contains(PaymentFailed.class).matching(new PaymentFailed(order, "limit_exceeded")::equals);
        assertThat(declines.last(order).orElseThrow().group()).isEqualTo(DeclineGroup.RETRY_LATER);
        assertThat(mails(events, order)).as("the customer can do nothing").isZero();
    }

    @Test
    void aLaterAttemptThatPassesSecuresTheOrder(AssertablePublishedEvents events) {
        var order = byCard();
        desk.decline(order, "issuer_busy");

        desk.answer(order, Outcome.AUTHORISED);

        assertThat(desk.payment(order).secured()).isTrue();
        assertThat(events).contains(PaymentSecured.class).matching(new PaymentSecured(order)::equals);
    }

    @Test
    void whoNeedsAnotherCardIsToldOnceAndNothingIsTried(AssertablePublishedEvents events) {
        var order = byCard();

        desk.decline(order, "expired_card");

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.FAILED);
        assertThat(mails(events, order)).isEqualTo(1);
        assertThat(desk.asked(order)).isEqualTo(Kind.AUTHORISE);
        assertThat(calls.outstanding(Kind.AUTHORISE, order)).isFalse();
    }

    /** A key is mailed once, and the link in the first mail has ended. */
    @Test
    void whoseCardIsRefusedAtEachCaptureIsWrittenToEachTime(AssertablePublishedEvents events) {
        var order = desk.authorised();
        desk.capture.shipped(List.of(order));
        advance.ship(order, List.of(new AdvanceOrder.Pieces(1, 2)));
        desk.decline(order, "expired_card");

        desk.decide(order, "capture-failed", "CAPTURE");
        desk.decline(order, "expired_card");

        assertThat(keys(events, order)).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void nobodyIsWrittenToWhereAPersonHasToLookAtIt(AssertablePublishedEvents events) {
        var order = byCard();

        desk.decline(order, "fraudulent");

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.FAILED);
        assertThat(mails(events, order)).isZero();
    }

    @Test
    void nothingIsTriedForAnOrderThatWasCancelledMeanwhile() {
        var order = byCard();
        desk.decline(order, "limit_exceeded");
        var putOff = desk.lastCall(order);

        desk.cancel(order);

        assertThat(calls.calledOff(putOff)).as("the gateway is never asked").isTrue();
        assertThat(calls.outstanding(Kind.AUTHORISE, order)).isFalse();
    }

    @Test
    void anotherCardIsTriedAtOnceInPlaceOfTheOneThatWaits() {
        var order = byCard();
        desk.decline(order, "limit_exceeded");
        var putOff = desk.lastCall(order);

        desk.changeTo(order, 2, "tok_other");
        desk.secure.secure(order);

        assertThat(calls.calledOff(putOff)).isTrue();
        assertThat(calls.load(desk.lastCall(order)).token()).isEqualTo("tok_other");
        desk.answer(order, Outcome.AUTHORISED);
        assertThat(desk.payment(order).secured()).isTrue();
    }

    private OrderNumber byCard() {
        return desk.secured(OrderMother.twoTeas().paidByCard());
    }

    /** How long the gateway is left alone before the last call. */
    private Duration pause(AssertablePublishedEvents events, OrderNumber order) {
        var call = desk.lastCall(order);
        var at = events.ofType(CardCallRequested.class)
                .matching(asked -> asked.callId() == call)
                .iterator()
                .next()
                .notBefore();
        return Duration.ofHours(
                Math.round(Duration.between(desk.business.instant(), at).toMinutes() / 60.0));
    }

    private static long mails(AssertablePublishedEvents events, OrderNumber order) {
        return keys(events, order).size();
    }

    private static List<String> keys(AssertablePublishedEvents events, OrderNumber order) {
        var mails = events.ofType(MailRequested.class)
                .matching(mail -> mail.template().equals("card-declined") && order.equals(mail.orderNumber()));
        return StreamSupport.stream(mails.spliterator(), false)
                .map(MailRequested::key)
                .toList();
    }
}
