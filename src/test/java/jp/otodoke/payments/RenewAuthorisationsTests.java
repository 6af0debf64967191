package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.otodoke.ModuleTest;
import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.payments.CardAnswer.Outcome;
import jp.otodoke.platform.mail.MailRequested;
import jp.otodoke.shared.OrderNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.AssertablePublishedEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** An authorisation is renewed before it ends while its goods still wait, and none that has ended is captured. */
@ModuleTest
class RenewAuthorisationsTests {
    private final PaymentDesk desk;

    @Autowired
    RenewAuthorisations renewal;

    @Autowired
    RenewAuthorisationsAtNight night;

    @Autowired
    AdvanceOrder advance;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    RenewAuthorisationsTests(AutowireCapableBeanFactory beans) {
        this.desk = beans.createBean(PaymentDesk.class);
    }

    @AfterEach
    void booksBalance() {
        desk.clock.set("2026-11-26T10:00:00+09:00");
        desk.booksBalance();
    }

    @Test
    void anOrderThatWaitsIsAuthorisedAnewUnderANumberOfItsOwnAndTheOldOneIsVoided() {
        var order = desk.authorised();
        var former = desk.payment(order).transactionNo();
        inDays(56);

        renewAll();

        assertThat(desk.payment(order).transactionNo())
                .as("it keeps what it has")
                .isEqualTo(former);
        assertThat(desk.payment(order).secured()).isTrue();
        assertThat(asked(order)).containsExactly("AUTHORISE " + order + "-2");
        answer(order, Outcome.AUTHORISED, null);
        assertThat(desk.payment(order).transactionNo()).isEqualTo(order + "-2");
        assertThat(desk.payment(order).secured()).isTrue();
        assertThat(asked(order)).containsExactly("VOID " + former);
        answer(order, Outcome.VOIDED, null);
        assertThat(desk.payment(order).secured()).isTrue();
        renewAll();
        assertThat(asked(order)).isEmpty();
    }

    @Test
    void oneThatLastsLongEnoughIsLeftAlone() {
        var order = desk.authorised();
        inDays(54);

        renewAll();

        assertThat(asked(order)).isEmpty();
    }

    @Test
    void anOrderThatLeavesBeforeTheEndIsLeftAloneAndOneThatLeavesLaterIsNot() {
        var before = planned(LocalDate.of(2027, 1, 24));
        var after = planned(LocalDate.of(2027, 1, 25));
        inDays(56);

        renewAll();

        assertThat(asked(before)).isEmpty();
        assertThat(asked(after)).containsExactly("AUTHORISE " + after + "-2");
        desk.cancel(before);
        desk.cancel(after);
    }

    @Test
    void aNightRenewsOnceHoweverManyNodesTryIt() {
        var order = desk.authorised();
        inDays(56);

        night.run();
        night.run();
        renewAll();

        assertThat(asked(order)).hasSize(1);
        assertThat(jdbc.sql("select count(*) from card_renewal_run where day = ? and renewed > 0")
                        .param(desk.business.today())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aRefusalStopsTheOrderBeforeItsGoodsMove(AssertablePublishedEvents events) {
        var order = desk.authorised();
        inDays(56);
        renewAll();

        answer(order, Outcome.DECLINED, "expired_card");

        assertThat(desk.payment(order).secured()).isFalse();
        assertThat(desk.payment(order).cardBarred()).isTrue();
        assertThat(asked(order)).containsExactly("VOID " + order + "-1");
        assertThat(events).contains(PaymentReversed.class).matching(new PaymentReversed(order)::equals);
        assertThat(events.ofType(MailRequested.class)
                        .matching(mail -> mail.template().equals("card-declined") && order.equals(mail.orderNumber())))
                .hasSize(1);
        assertThat(events).as("the card is dead").contains(CardUnusable.class);
    }

    @Test
    void aRefusalLeavesTheOldOneToGoodsThatAreAtTheWarehouse(AssertablePublishedEvents events) {
        var order = desk.authorised();
        advance.advanceTo(List.of(order), OrderStatus.DISPATCHED);
        inDays(56);
        renewAll();

        answer(order, Outcome.DECLINED, "expired_card");

        assertThat(desk.payment(order).secured()).isTrue();
        assertThat(events.ofType(PaymentReversed.class).matching(new PaymentReversed(order)::equals))
                .isEmpty();
        renewAll();
        assertThat(asked(order)).as("neither voided nor tried every night").isEmpty();
        desk.capture.shipped(List.of(order));
        assertThat(asked(order)).containsExactly("CAPTURE " + order + "-1");
        answer(order, Outcome.CAPTURED, null);
        assertThat(desk.payment(order).settled()).isTrue();
    }

    @Test
    void goodsThatLeaveAllTheSameAfterARefusalAreATask() {
        var order = desk.authorised();
        inDays(56);
        renewAll();
        answer(order, Outcome.DECLINED, "expired_card");
        answer(order, Outcome.VOIDED, null);

        desk.capture.shipped(List.of(order));

        assertThat(desk.tasks(order)).containsExactly("capture-failed");
        advance.ship(order, List.of(new AdvanceOrder.Pieces(1, 2)));
        desk.decide(order, "capture-failed", "AUTHORISE");
        desk.answer(order, Outcome.AUTHORISED);
        desk.answer(order, Outcome.CAPTURED);
        assertThat(desk.payment(order).settled()).isTrue();
    }

    @Test
    void whatMayPassLaterIsTriedAnotherNightWhileTheOldOneLasts() {
        var order = desk.authorised();
        inDays(56);
        renewAll();
        answer(order, Outcome.DECLINED, "issuer_busy");
        assertThat(desk.payment(order).secured()).isTrue();

        inDays(1);
        renewAll();
        assertThat(asked(order)).containsExactly("AUTHORISE " + order + "-3");
        inDays(4);
        answer(order, Outcome.DECLINED, "issuer_busy");

        assertThat(desk.payment(order).secured()).as("it has ended").isFalse();
    }

    @Test
    void aLostAnswerIsSearchedAndFoundOrAskedAnotherNight() {
        var order = desk.authorised();
        inDays(56);
        renewAll();
        answer(order, Outcome.UNKNOWN, null);
        assertThat(asked(order)).containsExactly("SEARCH " + order + "-2");
        renewAll();
        assertThat(asked(order)).as("never a second one beside it").hasSize(1);

        answer(order, Outcome.NOT_FOUND, null);
        renewAll();

        assertThat(asked(order)).containsExactly("AUTHORISE " + order + "-3");
        assertThat(desk.payment(order).secured()).isTrue();
    }

    @Test
    void aRenewalThatComesAfterTheCaptureIsVoided() {
        var order = desk.authorised();
        inDays(56);
        renewAll();
        var renewal = call(order, "AUTHORISE");
        desk.capture.shipped(List.of(order));

        desk.answerCall(renewal, Outcome.AUTHORISED);
        assertThat(asked(order)).containsExactlyInAnyOrder("CAPTURE " + order + "-1", "VOID " + order + "-2");
        desk.answerCall(call(order, "CAPTURE"), Outcome.CAPTURED);

        assertThat(desk.payment(order).settled()).isTrue();
    }

    @Test
    void aRenewalGrantedWhileGoodsLeaveWaitsForTheCapture() throws Exception {
        var order = desk.authorised();
        inDays(56);
        renewAll();
        var renewal = call(order, "AUTHORISE");

        var granted = Objects.requireNonNull(transaction.execute(status -> {
            desk.capture.shipped(List.of(order));
            var answered = CompletableFuture.runAsync(() -> desk.answerCall(renewal, Outcome.AUTHORISED));
            assertThatThrownBy(() -> answered.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            return answered;
        }));
        granted.get(20, TimeUnit.SECONDS);

        assertThat(asked(order)).containsExactlyInAnyOrder("CAPTURE " + order + "-1", "VOID " + order + "-2");
    }

    @Test
    void goodsThatLeaveWhileARenewalIsGrantedAreCapturedByIt() throws Exception {
        var order = desk.authorised();
        inDays(56);
        renewAll();
        var renewal = call(order, "AUTHORISE");

        var left = Objects.requireNonNull(transaction.execute(status -> {
            desk.answerCall(renewal, Outcome.AUTHORISED);
            var captured = CompletableFuture.runAsync(() -> desk.capture.shipped(List.of(order)));
            assertThatThrownBy(() -> captured.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            return captured;
        }));
        left.get(20, TimeUnit.SECONDS);

        assertThat(asked(order)).containsExactlyInAnyOrder("VOID " + order + "-1", "CAPTURE " + order + "-2");
    }

    @Test
    void anOrderThatWasCancelledMeanwhileKeepsNoAuthorisation() {
        var order = desk.authorised();
        inDays(56);
        renewAll();
        var renewal = call(order, "AUTHORISE");

        desk.cancel(order);
        desk.answerCall(renewal, Outcome.AUTHORISED);

        assertThat(asked(order)).containsExactlyInAnyOrder("VOID " + order + "-1", "VOID " + order + "-2");
    }

    @Test
    void whatHasEndedIsNotCapturedButAuthorisedAnewAndThenCaptured() {
        var order = desk.authorised();
        inDays(61);

        desk.capture.shipped(List.of(order));
        assertThat(asked(order)).containsExactly("VOID " + order + "-1", "AUTHORISE " + order + "-2");
        desk.answerCall(call(order, "VOID"), Outcome.NOT_FOUND);
        desk.answerCall(call(order, "AUTHORISE"), Outcome.AUTHORISED);
        assertThat(asked(order)).containsExactly("CAPTURE " + order + "-2");
        desk.answerCall(call(order, "CAPTURE"), Outcome.CAPTURED);

        assertThat(desk.payment(order).settled()).isTrue();
    }

    @Test
    void goodsThatLeftWithAnAuthorisationThatHadEndedAndCantBeHadAnewAreATask() {
        var order = desk.authorised();
        inDays(61);
        renewAll();
        desk.capture.shipped(List.of(order));
        assertThat(asked(order)).as("the renewal takes its place").hasSize(2).contains("AUTHORISE " + order + "-2");

        desk.answerCall(call(order, "AUTHORISE"), Outcome.DECLINED);

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.FAILED);
        assertThat(desk.tasks(order)).contains("capture-failed");
    }

    private OrderNumber planned(LocalDate shipDay) {
        var order = desk.authorised();
        advance.advanceTo(List.of(order), OrderStatus.READY);
        advance.plan(Map.of(order, Optional.of(shipDay)));
        return order;
    }

    private void inDays(int days) {
        desk.clock.advance(Duration.ofDays(days));
    }

    private void renewAll() {
        while (renewal.renew(100) > 0) {}
    }

    /** What the gateway has still to answer, with the number it is about. */
    private List<String> asked(OrderNumber order) {
        return jdbc.sql(
                        """
                        select kind || ' ' || transaction_no from card_call
                         where order_number = ? and outcome is null order by id
                        """)
                .param(order.value())
                .query(String.class)
                .list();
    }

    private long call(OrderNumber order, String kind) {
        return jdbc.sql("select max(id) from card_call where order_number = ? and kind = ? and outcome is null")
                .params(order.value(), kind)
                .query(Long.class)
                .single();
    }

    private void answer(OrderNumber order, Outcome outcome, @Nullable String code) {
        desk.answered(
                jdbc.sql("select min(id) from card_call where order_number = ? and outcome is null")
                        .param(order.value())
                        .query(Long.class)
                        .single(),
                outcome,
                code);
    }
}
