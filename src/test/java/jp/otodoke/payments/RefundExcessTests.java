package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.PaymentMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.orders.Timeline;
import jp.otodoke.payments.CardAnswer.Outcome;
import jp.otodoke.payments.CardCall.Kind;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** What a customer paid or reserved beyond what the order costs goes back the way it came. */
@ModuleTest
class RefundExcessTests {
    private final PaymentDesk desk;
    private final Ledger ledger;
    private final RecordCardNotice notices;

    @Autowired
    WriteOff writeOff;

    @Autowired
    WriteOffHistory history;

    @Autowired
    Timeline timeline;

    @Autowired
    FindOrder orders;

    @Autowired
    Refunds refunds;

    @Autowired
    Deposits deposits;

    @Autowired
    MatchDeposits matching;

    @Autowired
    UnmatchDeposits unmatchDeposits;

    @Autowired
    RefundExcessTests(AutowireCapableBeanFactory beans, Ledger ledger, RecordCardNotice notices) {
        this.desk = beans.createBean(PaymentDesk.class);
        this.ledger = ledger;
        this.notices = notices;
    }

    @AfterEach
    void booksBalance() {
        desk.booksBalance();
    }

    @Test
    void whatWasGivenUpIsNotGivenBack() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());
        writeOff.writeOff(order, "行方不明", "keiri");
        assertThat(desk.status(order)).isEqualTo(PaymentStatus.WRITTEN_OFF);

        desk.cancel(order);

        assertThat(desk.payment(order).paid()).isEqualTo(Yen.ZERO);
        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PENDING);
        assertThat(ledger.received(Ledger.Account.WRITE_OFF, order)).isEqualTo(Yen.ZERO);
        assertThat(refunds.open(order)).isEmpty();
        assertThat(desk.tasks(order)).doesNotContain("refund-due");
    }

    @Test
    void thatAWriteOffWasTakenBackIsToldAtTheOrderAndTheCustomer() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());
        writeOff.writeOff(order, "行方不明", "keiri");

        desk.changeTo(order, 1);

        assertThat(timeline.of(order))
                .filteredOn(line -> line.event().equals("WRITE_OFF_TAKEN_BACK"))
                .singleElement()
                .satisfies(line -> assertThat(line.text().japanese())
                        .contains(Yen.of(3_000).toString()));
        assertThat(history.of(orders.get(order).customerNumber()))
                .extracting(WriteOffHistory.Entry::receivable, entry -> entry.amount()
                        .amount())
                .containsExactly(tuple(ReceivableNumber.of(order), -3_000L), tuple(ReceivableNumber.of(order), 6_550L));
    }

    @Test
    void ofWhatWasGivenUpOnlyWhatIsStillOwedStays() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());
        writeOff.writeOff(order, "行方不明", "keiri");

        desk.changeTo(order, 1);
        assertThat(desk.payment(order).paid()).isEqualTo(Yen.of(3550));
        assertThat(desk.status(order)).isEqualTo(PaymentStatus.WRITTEN_OFF);
        assertThat(refunds.open(order)).isEmpty();

        desk.cancel(order);
        assertThat(desk.payment(order).paid()).isEqualTo(Yen.ZERO);
        assertThat(refunds.open(order)).isEmpty();
    }

    @Test
    void whoPaysWhatWasGivenUpAfterAllGetsNothingBack() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());
        writeOff.writeOff(order, "行方不明", "keiri");

        confirm(order, 6550, 0);

        assertThat(desk.payment(order).paid()).isEqualTo(Yen.of(6550));
        assertThat(ledger.received(Ledger.Account.WRITE_OFF, order)).isEqualTo(Yen.ZERO);
        assertThat(refunds.open(order)).isEmpty();
    }

    @Test
    void noMoreIsGivenBackThanHasReachedTheBank() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());
        confirm(order, 6110, 440);
        assertThat(desk.payment(order).paid()).isEqualTo(Yen.of(6550));

        desk.cancel(order);

        assertThat(ledger.received(Ledger.Account.FEES, order)).isEqualTo(Yen.ZERO);
        assertThat(refunds.open(order)).extracting(Refund::amount).containsExactly(Yen.of(6110));
    }

    @Test
    void aFeeOfWhichAPartWasTakenBackLeavesTheOrderWithItsMatch() {
        var order = desk.secured(
                OrderMother.of(ProductMother.tea().costing(100), 10).paidByTransfer());
        var owed = desk.payment(order).charged().amount();
        var deposit = confirm(order, owed - 440, 440);
        desk.changeTo(order, 9);
        assertThat(ledger.received(Ledger.Account.FEES, order)).isBetween(Yen.of(300), Yen.of(400));
        assertThat(desk.payment(order).excess()).isEqualTo(Yen.ZERO);

        unmatchDeposits.unmatch(deposit, "keiri");

        assertThat(desk.payment(order).paid()).isEqualTo(Yen.ZERO);
        assertThat(ledger.received(Ledger.Account.FEES, order)).isEqualTo(Yen.ZERO);
        desk.payBackDeposit.payBack(deposit, "A1");
    }

    /** A person says which order a transfer pays. */
    private long confirm(OrderNumber order, long amount, long fee) {
        desk.given.deposit(PaymentMother.transferBy("ダレカ サン", amount, desk.business.today()));
        var deposit = deposits.list(null, "-id", 0, 1).get(0).id();
        matching.confirm(
                deposit,
                List.of(new MatchDeposits.Allocation(ReceivableNumber.of(order), Yen.of(amount), Yen.of(fee))),
                "keiri");
        return deposit;
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
    void twoPartialRefundsOfOneCardPaymentAreTwoRefundsAtTheGatewayEachWithItsKeyAndAmount() {
        var order = desk.captured();
        desk.changeTo(order, 1);
        desk.cancel(order);

        var asked = desk.askedAboutRefunds(order);
        assertThat(asked).extracting(CardCall::kind).containsExactly(Kind.REFUND, Kind.REFUND);
        assertThat(asked).extracting(CardCall::amount).containsExactly(Yen.of(3000), Yen.of(3550));
        assertThat(asked).extracting(CardCall::refundKey).doesNotContainNull().doesNotHaveDuplicates();

        desk.answerCall(asked.get(1).callId(), Outcome.REFUNDED);
        assertThat(desk.payment(order).paid()).isEqualTo(Yen.of(3000));
        assertThat(desk.status(order)).isNotEqualTo(PaymentStatus.REFUNDED);
        desk.answerCall(asked.get(0).callId(), Outcome.REFUNDED);
        assertThat(desk.payment(order).paid()).isEqualTo(Yen.ZERO);
        assertThat(desk.status(order)).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(ledger.received(Ledger.Account.CARD, order)).isEqualTo(Yen.ZERO);
        assertThat(desk.tasks(order)).isEmpty();
    }

    @Test
    void ofTwoRefundsTheLostOneIsSearchedAndAskedForAgainByItsOwnKey() {
        var order = desk.captured();
        desk.changeTo(order, 1);
        desk.cancel(order);
        var asked = desk.askedAboutRefunds(order);

        desk.answerCall(asked.get(0).callId(), Outcome.UNKNOWN);
        desk.answerCall(asked.get(1).callId(), Outcome.REFUNDED);

        var search = desk.askedAboutRefunds(order);
        assertThat(search).extracting(CardCall::kind).containsExactly(Kind.SEARCH);
        assertThat(search.get(0).refundKey()).isEqualTo(asked.get(0).refundKey());
        desk.answerCall(search.get(0).callId(), Outcome.CAPTURED);
        var again = desk.askedAboutRefunds(order);
        assertThat(again).extracting(CardCall::kind).containsExactly(Kind.REFUND);
        assertThat(again.get(0).refundKey()).isEqualTo(asked.get(0).refundKey());
        assertThat(again.get(0).amount()).isEqualTo(Yen.of(3000));
        assertThat(desk.payment(order).paid()).isEqualTo(Yen.of(3000));
        desk.answerCall(again.get(0).callId(), Outcome.REFUNDED);
        assertThat(desk.payment(order).paid()).isEqualTo(Yen.ZERO);
    }

    @Test
    void aHintOfTheGatewayAsksForARefundWhoseAnswerWasLost() {
        var order = desk.captured();
        var transaction = String.valueOf(desk.payment(order).transactionNo());
        desk.cancel(order);
        var lost = desk.askedAboutRefunds(order).get(0);
        desk.answerCall(lost.callId(), Outcome.UNKNOWN);
        var waiting = desk.askedAboutRefunds(order).get(0);

        notices.record(transaction);

        var search = desk.askedAboutRefunds(order);
        assertThat(search).extracting(CardCall::kind).containsExactly(Kind.SEARCH);
        assertThat(search.get(0).callId()).isNotEqualTo(waiting.callId());
        assertThat(search.get(0).refundKey()).isEqualTo(lost.refundKey());
    }

    @Test
    void ofTwoRefundsThatNobodyAnswersEachIsATaskOfItsOwn() {
        var order = desk.captured();
        desk.changeTo(order, 1);
        desk.cancel(order);

        for (int i = 0; i < 6; i++) {
            desk.askedAboutRefunds(order).forEach(call -> desk.answerCall(call.callId(), Outcome.UNKNOWN));
        }
        assertThat(desk.tasks(order)).containsExactly("card-result-unknown", "card-result-unknown");

        desk.decide(order, "card-result-unknown", "CARRIED_OUT");
        assertThat(desk.tasks(order)).containsExactly("card-result-unknown");
        assertThat(desk.payment(order).paid().amount()).isIn(3000L, 3550L);
        desk.decide(order, "card-result-unknown", "NOT_CARRIED_OUT");
        assertThat(desk.tasks(order)).containsExactly("refund-due");
        desk.decide(order, "refund-due", "REFUNDED");
        assertThat(desk.payment(order).paid()).isEqualTo(Yen.ZERO);
        assertThat(desk.askedAboutRefunds(order)).isEmpty();
    }

    @Test
    void whatGoesBackAlthoughTheOrderWasRaisedMeanwhileIsBookedAndOwed() {
        var order = desk.captured();
        desk.changeTo(order, 1);
        var refund = desk.askedAboutRefunds(order).get(0);
        desk.changeTo(order, 2);
        assertThat(desk.payment(order).settled()).isTrue();

        desk.answerCall(refund.callId(), Outcome.REFUNDED);

        assertThat(desk.payment(order).open()).isEqualTo(Yen.of(3000));
        assertThat(desk.payment(order).secured()).isFalse();
        assertThat(ledger.received(Ledger.Account.CARD, order)).isEqualTo(Yen.of(3550));
    }

    @Test
    void aCardThatHasRefusedARefundIsNotAskedAgain() {
        var order = desk.captured();
        desk.changeTo(order, 1);
        desk.answerCall(desk.askedAboutRefunds(order).get(0).callId(), Outcome.DECLINED);
        assertThat(desk.tasks(order)).containsExactly("refund-due");

        desk.cancel(order);

        assertThat(desk.askedAboutRefunds(order)).isEmpty();
        assertThat(desk.tasks(order)).containsExactly("refund-due");
        desk.decide(order, "refund-due", "REFUNDED");
        assertThat(desk.payment(order).paid()).isEqualTo(Yen.ZERO);
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
    void aVoidAtTheShopIsRecordedWithItsReferenceIfItsSumIsRight() {
        var order = desk.secured(OrderMother.twoTeas().atTheShop(ShopPayment.AUTHORISED));
        var authorised = desk.payment(order).authorised().amount();
        desk.cancel(order);

        assertThat(authorised).isPositive();
        assertThatThrownBy(() -> voided(order, authorised - 1)).isInstanceOf(InvalidInput.class);
        assertThat(desk.tasks(order)).containsExactly("shop-authorisation-to-void");

        voided(order, authorised);
        assertThat(desk.tasks(order)).isEmpty();
    }

    private void voided(OrderNumber order, long amount) {
        desk.decide(
                OrderSubject.of(order),
                "shop-authorisation-to-void",
                "VOIDED",
                null,
                Map.of("voidedAmount", String.valueOf(amount), "voidReference", "V-1"));
    }

    @Test
    void whoHasPaidNothingGetsNothingBack() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());

        desk.cancel(order);

        assertThat(desk.tasks(order)).doesNotContain("refund-due");
        assertThat(desk.payment(order).charged().amount()).isZero();
    }

    @Test
    void anOrderMadeSmallerAfterItWasPaidHasTheRestRefunded() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());
        desk.transfer(order, 6550);

        desk.changeTo(order, 1);

        assertThat(desk.payment(order).excess()).isEqualTo(Yen.of(3000));
        assertThat(desk.tasks(order)).containsExactly("refund-due");
    }

    @Test
    void anOrderMadeSmallerAfterItWasPaidAtTheShopHasTheRestRefunded() {
        var order = desk.secured(OrderMother.twoTeas().atTheShop(ShopPayment.PAID));

        desk.changeTo(order, 1);

        assertThat(desk.payment(order).excess()).isEqualTo(Yen.of(3000));
        assertThat(desk.tasks(order)).containsExactly("refund-due");
    }

    @Test
    void anOrderCancelledBeforeItWasSecuredHasWhatTheShopCollectedRefunded() {
        var order = desk.given.order(OrderMother.twoTeas().atTheShop(ShopPayment.PAID));

        desk.cancel(order);

        assertThat(desk.payment(order).excess()).isEqualTo(Yen.of(6550));
        assertThat(desk.tasks(order)).containsExactly("refund-due");
    }

    @Test
    void aRefundThatIsNoLongerDueIsAskedOfNobodyAndDueAgainWhenItIs() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());
        desk.transfer(order, 6550);
        desk.changeTo(order, 1);

        desk.changeTo(order, 2);
        assertThat(desk.tasks(order)).isEmpty();

        desk.changeTo(order, 1);
        assertThat(desk.tasks(order)).containsExactly("refund-due");
    }

    @Test
    void anUnpaidOrderMadeSmallerHasNothingToRefund() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());

        desk.changeTo(order, 1);

        assertThat(desk.payment(order).charged()).isEqualTo(Yen.of(3550));
        assertThat(desk.tasks(order)).doesNotContain("refund-due");
    }

    @Test
    void aShopsAuthorisationIsVoidedByAPersonWhenTheOrderIsPaidInAnotherWay() {
        var order = desk.secured(OrderMother.twoTeas().atTheShop(ShopPayment.AUTHORISED));

        desk.payBy(order, PaymentMethod.BANK_TRANSFER);

        assertThat(desk.tasks(order)).containsExactly("shop-authorisation-to-void");
        assertThat(desk.payment(order).authorised()).isEqualTo(Yen.ZERO);
        assertThat(desk.payment(order).secured()).isFalse();
    }

    @Test
    void aTransferIsRefundedByHandThoughTheOrderIsPaidByCardNow() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());
        desk.transfer(order, 6550);

        desk.changeTo(order, 1, "tok_ok");

        assertThat(desk.tasks(order)).containsExactly("refund-due");
    }

    /** Two teas paid at the shop, raised to three, of which the third was paid by transfer. */
    @Test
    void ofWhatWasPaidInTwoWaysTheTransferIsGivenBackFirstAndTheShopGivesBackTheRest() {
        var order = desk.secured(OrderMother.twoTeas().atTheShop(ShopPayment.PAID));
        desk.changeTo(order, 3);
        desk.payBy(order, PaymentMethod.BANK_TRANSFER);
        desk.transfer(order, 3000);
        desk.changeTo(order, 1);

        desk.decide(order, "refund-due", "REFUNDED");

        assertThat(desk.payment(order).excess()).isEqualTo(Yen.ZERO);
        assertThat(ledger.received(Ledger.Account.BANK, order)).isEqualTo(Yen.of(-3000));
        assertThat(ledger.received(Ledger.Account.SHOP, order)).isEqualTo(Yen.of(3550));
    }

    @Test
    void whatTheShopCollectedIsGivenBackByTheShopHoweverTheOrderIsPaidNow() {
        var order = desk.secured(OrderMother.twoTeas().atTheShop(ShopPayment.PAID));
        desk.payBy(order, PaymentMethod.BANK_TRANSFER);
        desk.changeTo(order, 1);

        desk.decide(order, "refund-due", "REFUNDED");

        assertThat(ledger.received(Ledger.Account.SHOP, order)).isEqualTo(Yen.of(3550));
        assertThat(ledger.received(Ledger.Account.BANK, order)).isEqualTo(Yen.ZERO);
    }
}
