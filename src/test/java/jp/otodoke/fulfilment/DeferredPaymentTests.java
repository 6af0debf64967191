package jp.otodoke.fulfilment;

import static jp.otodoke.orders.PaymentMethod.BANK_TRANSFER;
import static jp.otodoke.orders.PaymentMethod.DEFERRED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.otodoke.ModuleTest;
import jp.otodoke.inbox.CompleteTask;
import jp.otodoke.inbox.Subject;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.PaymentMother;
import jp.otodoke.orders.ChangeOrder;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.Recipient;
import jp.otodoke.payments.DeferredAnswer.Outcome;
import jp.otodoke.payments.DeferredCall;
import jp.otodoke.payments.DeferredSettlement;
import jp.otodoke.payments.FindPaymentEntries;
import jp.otodoke.payments.PaymentStatus;
import jp.otodoke.payments.RecordDeferredSettlement;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** 後払い from the check to the payout, with every answer that the provider may give or withhold. */
@ModuleTest
class DeferredPaymentTests {
    private final Walk walk;
    private final DeferredDesk provider;

    @Autowired
    FindPaymentEntries entries;

    @Autowired
    RecordDeferredSettlement statements;

    @Autowired
    CompleteTask completeTask;

    @Autowired
    DeferredPaymentTests(AutowireCapableBeanFactory beans) {
        this.walk = beans.createBean(Walk.class);
        this.provider = beans.createBean(DeferredDesk.class);
    }

    @BeforeEach
    void morning() {
        walk.morning();
    }

    @AfterEach
    void booksBalance() {
        walk.allHolds();
    }

    @Test
    void anOrderWaitsUntilTheProviderSecuresIt() {
        var order = placed();
        assertThat(walk.status(order)).isEqualTo(OrderStatus.AWAITING_PAYMENT);

        var sent = Objects.requireNonNull(provider.says(order, Outcome.OK).content());

        assertThat(sent.amount()).isEqualTo(walk.payment(order).charged());
        assertThat(Yen.sum(sent.goods(), goods -> goods.price().times(goods.quantity())))
                .isEqualTo(sent.amount());
        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
        assertThat(walk.payment(order).status()).isEqualTo(PaymentStatus.AUTHORIZED);
        assertThat(attempts(order)).containsExactly("AUTHORIZED " + provider.reference(order));
    }

    @Test
    void aDiscountIsAGoodsLineOfANegativePrice() {
        var order = walk.place(OrderMother.of(walk.article(10), 2).by(DEFERRED).reducedBy(500, 0));

        var sent = Objects.requireNonNull(provider.receives(order).content());

        assertThat(sent.goods()).anyMatch(goods -> goods.price().equals(Yen.of(-500)));
        provider.says(order, Outcome.OK);
    }

    @Test
    void anOrderThatIsRefusedIsPaidInAnotherWayOrCancelled() {
        var changed = placed();
        var cancelled = placed();
        provider.says(changed, Outcome.REFUSED, "NG001");
        provider.says(cancelled, Outcome.REFUSED, "NG999");
        assertThat(walk.task(changed, "payment-declined").reason().japanese()).contains("ご利用上限");

        walk.decide(changed, "payment-declined", "BANK_TRANSFER");
        walk.decide(cancelled, "payment-declined", "CANCEL");

        assertThat(walk.status(changed)).isEqualTo(OrderStatus.AWAITING_PAYMENT);
        assertThat(walk.payment(changed).method()).isEqualTo(BANK_TRANSFER);
        assertThat(walk.status(cancelled)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(provider.asked(changed))
                .as("what was refused needs no cancelling")
                .isEmpty();
        assertThat(attempts(changed)).singleElement().asString().startsWith("FAILED");
    }

    @Test
    void whatWasRefusedIsRegisteredAnewOnlyUnderAnotherNumber() {
        var order = placed();
        var first = provider.says(order, Outcome.REFUSED, "NG999").ownId();

        walk.decide(order, "payment-declined", "RETRY");
        var second = provider.says(order, Outcome.OK);

        assertThat(second.kind()).isEqualTo(DeferredCall.Kind.REGISTER);
        assertThat(second.ownId()).isNotEqualTo(first);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
    }

    @Test
    void aHeldOrderShowsWhyAndGoesOnOnceTheAddressIsCorrected() {
        var order = placed();
        provider.says(order, Outcome.HOLD, "RE009");
        assertThat(walk.task(order, "payment-declined").reason().japanese()).contains("保留", "ご住所が確認できません");

        walk.changes.change(order, delivery(), "tester");
        walk.jobs.run(order);
        var sent = provider.says(order, Outcome.OK);

        assertThat(sent.kind()).as("under the same number").isEqualTo(DeferredCall.Kind.UPDATE);
        assertThat(sent.providerId()).isNotNull();
        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
        assertThat(walk.tasks(order)).isEmpty();
    }

    @Test
    void aHeldOrderMayBeSentAgainAsItIsAfterTheCustomersDataWereCorrected() {
        var order = placed();
        provider.says(order, Outcome.HOLD, "RE015");

        walk.decide(order, "payment-declined", "RETRY");

        assertThat(provider.asked(order)).containsExactly("UPDATE");
        provider.says(order, Outcome.OK);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
    }

    @Test
    void aHeldOrderThatIsCancelledIsCancelledAtTheProvider() {
        var order = placed();
        provider.says(order, Outcome.HOLD, "RE009");

        walk.decide(order, "payment-declined", "CANCEL");

        assertThat(walk.status(order)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(provider.asked(order)).containsExactly("CANCEL");
        provider.says(order, Outcome.CANCELLED);
        assertThat(attempts(order)).singleElement().asString().startsWith("VOIDED");
    }

    @Test
    void anOrderThatIsExaminedIsAskedAboutUntilThereIsAnAnswer() {
        var order = placed();
        provider.says(order, Outcome.REVIEW);
        assertThat(provider.asked(order)).containsExactly("FIND");

        provider.says(order, Outcome.REVIEW);
        provider.says(order, Outcome.OK);

        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
        assertThat(walk.payment(order).status()).isEqualTo(PaymentStatus.AUTHORIZED);
    }

    @Test
    void anExaminationThatDoesNotEndBecomesAPersonsWhoMayAskAgain() {
        var order = placed();
        for (int i = 0; i < 7; i++) {
            provider.says(order, Outcome.REVIEW);
        }
        assertThat(walk.task(order, "payment-unknown").reason().japanese()).contains("審査が一日たっても");

        walk.decide(order, "payment-unknown", "ASK_AGAIN");
        provider.says(order, Outcome.OK);

        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
        assertThat(walk.tasks(order)).isEmpty();
    }

    @Test
    void aLostAnswerIsLookedUpAndNothingIsRegisteredTwice() {
        var order = placed();
        var registered = provider.says(order, Outcome.UNKNOWN);
        assertThat(walk.payment(order).status()).isEqualTo(PaymentStatus.UNKNOWN);
        assertThat(provider.asked(order)).containsExactly("FIND");

        var found = provider.says(order, Outcome.OK);

        assertThat(found.ownId()).isEqualTo(registered.ownId());
        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
        assertThat(provider.asked(order)).isEmpty();
    }

    @Test
    void whatTheProviderHasNeverHeardOfIsRegisteredUnderTheSameNumber() {
        var order = placed();
        var registered = provider.says(order, Outcome.UNKNOWN);

        provider.says(order, Outcome.NOT_FOUND);
        var again = provider.says(order, Outcome.OK);

        assertThat(again.kind()).isEqualTo(DeferredCall.Kind.REGISTER);
        assertThat(again.ownId()).isEqualTo(registered.ownId());
        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
    }

    @Test
    void anAnswerThatNeverComesBecomesAPersonsWhoCancels() {
        var order = placed();
        for (int i = 0; i < 5; i++) {
            provider.says(order, Outcome.UNKNOWN);
        }

        walk.decide(order, "payment-unknown", "CANCEL");
        assertThat(walk.status(order)).isEqualTo(OrderStatus.CANCELLED);
        provider.says(order, Outcome.OK);

        assertThat(provider.asked(order)).as("it is not to be billed").containsExactly("CANCEL");
        provider.says(order, Outcome.CANCELLED);
    }

    @Test
    void anAnswerThatComesTwiceChangesNothing() {
        var order = placed();
        var call = provider.says(order, Outcome.OK);

        provider.repeats(call, Outcome.REFUSED);

        assertThat(walk.payment(order).status()).isEqualTo(PaymentStatus.AUTHORIZED);
    }

    @Test
    void anOrderThatIsCancelledBeforeTheCallIsMadeIsNotRegistered() {
        var order = placed();

        walk.cancel(order);

        assertThat(provider.receives(order).kind()).isEqualTo(DeferredCall.Kind.FIND);
        provider.says(order, Outcome.NOT_FOUND);
        assertThat(provider.asked(order)).isEmpty();
        assertThat(attempts(order)).singleElement().asString().startsWith("VOIDED");
    }

    @Test
    void anotherAmountIsCheckedAgainBeforeTheOrderGoesOn() {
        var order = secured();

        walk.change(order, 3);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.AWAITING_PAYMENT);
        var sent = provider.says(order, Outcome.OK);

        assertThat(sent.kind()).isEqualTo(DeferredCall.Kind.UPDATE);
        assertThat(sent.amount()).isEqualTo(walk.payment(order).charged());
        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
    }

    @Test
    void anotherDestinationIsCheckedAgainToo() {
        var order = secured();

        walk.changes.change(order, delivery(), "tester");
        walk.jobs.run(order);

        assertThat(walk.status(order)).isEqualTo(OrderStatus.AWAITING_PAYMENT);
        assertThat(provider.asked(order)).containsExactly("UPDATE");
        provider.says(order, Outcome.OK);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
    }

    @Test
    void anOrderThatIsChangedWhileTheProviderAnswersIsCheckedOnceMore() {
        var order = placed();
        var call = provider.receives(order);

        walk.change(order, 3);
        provider.repeats(call, Outcome.OK);
        walk.jobs.run(order);

        assertThat(walk.status(order)).isEqualTo(OrderStatus.AWAITING_PAYMENT);
        assertThat(provider.asked(order)).containsExactly("UPDATE");
        provider.says(order, Outcome.OK);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
    }

    @Test
    void anotherMethodCancelsAtTheProvider() {
        var order = secured();

        walk.payBy(order, BANK_TRANSFER);

        assertThat(provider.asked(order)).containsExactly("CANCEL");
        provider.says(order, Outcome.CANCELLED);
        walk.transfer(order, walk.payment(order).open().amount());
        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
    }

    @Test
    void aTransferDoesNotPayWhatTheProviderBills() {
        var order = secured();

        walk.transfer(order, walk.payment(order).charged().amount());

        assertThat(walk.payment(order).paid()).isEqualTo(Yen.ZERO);
        assertThat(stateOf(newest())).as("it is not proposed either").isEqualTo("UNMATCHED");
        payBack(newest());
    }

    @Test
    void theClaimIsSoldWhenTheParcelIsReported() {
        var order = shipped();
        assertThat(walk.payment(order).paid()).isEqualTo(Yen.ZERO);
        var report = provider.says(order, Outcome.REPORTED);

        assertThat(report.kind()).isEqualTo(DeferredCall.Kind.REPORT);
        assertThat(report.carrier()).isEqualTo(walk.parcel(order).carrier());
        assertThat(report.slipNo()).isEqualTo(walk.parcel(order).trackingNumber());
        assertThat(walk.payment(order).status()).isEqualTo(PaymentStatus.PAID);
        assertThat(atTheProvider(order)).isEqualTo(walk.payment(order).charged().amount());
        assertThat(attempts(order)).containsExactly("PAID " + provider.reference(order));
        provider.saysOfArrival(order, Outcome.REPORTED);
        provider.saysOfArrival(order, Outcome.CONFIRMED);
        assertThat(walk.tasks(order)).isEmpty();
    }

    @Test
    void aLostAnswerToTheReportIsLookedUpAndReportedAgainOnlyIfNeeded() {
        var order = shipped();
        provider.says(order, Outcome.UNKNOWN);
        assertThat(provider.asked(order)).containsExactly("FIND");

        provider.says(order, Outcome.OK);
        assertThat(provider.asked(order)).containsExactly("REPORT");
        provider.says(order, Outcome.UNKNOWN);
        provider.says(order, Outcome.REPORTED);

        assertThat(walk.payment(order).status()).isEqualTo(PaymentStatus.PAID);
        assertThat(atTheProvider(order)).isEqualTo(walk.payment(order).charged().amount());
    }

    @Test
    void aReportThatIsNeverAnsweredIsLookedUpByAPerson() {
        var order = shipped();
        for (int i = 0; i < 5; i++) {
            provider.says(order, Outcome.UNKNOWN);
        }

        walk.decide(order, "deferred-problem", "CARRIED_OUT");

        assertThat(walk.payment(order).status()).isEqualTo(PaymentStatus.PAID);
        assertThat(provider.asked(order)).isEmpty();
    }

    @Test
    void aReportThatWasNotMadeIsMadeAgain() {
        var order = shipped();
        for (int i = 0; i < 5; i++) {
            provider.says(order, Outcome.UNKNOWN);
        }

        walk.decide(order, "deferred-problem", "NOT_CARRIED_OUT");

        assertThat(provider.asked(order)).containsExactly("REPORT");
        provider.says(order, Outcome.REPORTED);
        assertThat(walk.payment(order).status()).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void aWrongNumberIsCorrectedByAPersonAndReportedAgain() {
        var order = shipped();
        provider.says(order, Outcome.ERROR, "E0131006");
        assertThat(walk.tasks(order)).containsExactly("deferred-report");
        assertThat(provider.asked(order)).isEmpty();

        walk.decide(order, "deferred-report", "REPORT_AGAIN", null, Map.of("slipNumber", "123456789012"));
        var report = provider.says(order, Outcome.REPORTED);

        assertThat(report.slipNo()).isEqualTo("123456789012");
        assertThat(walk.payment(order).status()).isEqualTo(PaymentStatus.PAID);
        assertThat(walk.tasks(order)).isEmpty();
    }

    @Test
    void aNumberThatCannotBeOneIsRefusedAtOnce() {
        var order = shipped();
        provider.says(order, Outcome.ERROR, "E0131006");

        assertThatThrownBy(
                        () -> walk.decide(order, "deferred-report", "REPORT_AGAIN", null, Map.of("slipNumber", "１２ ３")))
                .isInstanceOf(InvalidInput.class);
        assertThat(walk.tasks(order)).containsExactly("deferred-report");
    }

    @Test
    void aReportThatTheProviderHasByItselfIsBooked() {
        var order = shipped();
        provider.says(order, Outcome.ERROR, "E0131006");

        walk.decide(order, "deferred-report", "CARRIED_OUT");

        assertThat(walk.payment(order).status()).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void whatTheProviderDoesNotTakeIsAskedForByTransfer() {
        var order = shipped();
        provider.says(order, Outcome.ERROR, "E0131006");

        walk.decide(order, "deferred-report", "BANK_TRANSFER");

        assertThat(walk.payment(order).method()).isEqualTo(BANK_TRANSFER);
        assertThat(provider.asked(order)).containsExactly("CANCEL");
        provider.says(order, Outcome.CANCELLED);
        walk.transfer(order, walk.payment(order).open().amount());
        assertThat(walk.payment(order).status()).isEqualTo(PaymentStatus.PAID);
        assertThat(atTheProvider(order)).isZero();
    }

    @Test
    void aParcelThatIsNotFoundIsReportedByItsRightNumberAndSellsNothingTwice() {
        var order = reported();
        provider.saysOfArrival(order, Outcome.UNCONFIRMED);
        assertThat(walk.task(order, "deferred-report").reason().japanese()).contains("着荷が確認できません");

        walk.decide(order, "deferred-report", "REPORT_AGAIN", null, Map.of("slipNumber", "1234-5678-9012"));
        provider.says(order, Outcome.REPORTED);

        assertThat(atTheProvider(order)).isEqualTo(walk.payment(order).charged().amount());
        assertThat(walk.tasks(order)).isEmpty();
        provider.saysOfArrival(order, Outcome.CONFIRMED);
    }

    @Test
    void aClaimThatIsNotGuaranteedAfterAllIsOursAgain() {
        var order = reported();
        provider.saysOfArrival(order, Outcome.UNCONFIRMED);

        walk.decide(order, "deferred-report", "BANK_TRANSFER");
        provider.says(order, Outcome.CANCELLED);

        assertThat(walk.payment(order).open()).isEqualTo(walk.payment(order).charged());
        assertThat(atTheProvider(order)).isZero();
        walk.transfer(order, walk.payment(order).open().amount());
        assertThat(walk.payment(order).status()).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void ofSeveralParcelsTheLastIsReported() {
        var order = atTwoDoors();
        ship(order, 0);
        assertThat(provider.asked(order)).as("more is to leave").isEmpty();

        ship(order, 1);

        assertThat(provider.receives(order).slipNo())
                .isEqualTo(walk.shipments.ofOrder(order).get(1).trackingNumber());
        provider.says(order, Outcome.REPORTED);
        assertThat(walk.payment(order).status()).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void whatIsShippedShortIsBilledForWhatLeft() {
        var order = walk.place(OrderMother.of(walk.article(10), 3).by(DEFERRED));
        provider.says(order, Outcome.OK);
        walk.wave();
        walk.acknowledge(walk.parcel(order).number(), true);
        walk.shipShort(walk.parcel(order).number(), 1);
        walk.decide(order, "shipment-short", "CANCEL_REST");

        var update = provider.says(order, Outcome.OK);
        assertThat(update.kind()).isEqualTo(DeferredCall.Kind.UPDATE);
        assertThat(update.amount()).isEqualTo(walk.payment(order).charged());
        provider.says(order, Outcome.REPORTED);

        assertThat(atTheProvider(order)).isEqualTo(walk.payment(order).charged().amount());
    }

    @Test
    void whatIsRefusedAfterShippingIsAPersons() {
        var order = walk.place(OrderMother.of(walk.article(10), 3).by(DEFERRED));
        provider.says(order, Outcome.OK);
        walk.wave();
        walk.acknowledge(walk.parcel(order).number(), true);
        walk.shipShort(walk.parcel(order).number(), 1);
        walk.decide(order, "shipment-short", "CANCEL_REST");
        provider.says(order, Outcome.HOLD, "RE009");
        assertThat(walk.tasks(order)).containsExactly("deferred-problem");

        walk.decide(order, "deferred-problem", "AGAIN");
        provider.says(order, Outcome.OK);
        provider.says(order, Outcome.REPORTED);

        assertThat(walk.payment(order).status()).isEqualTo(PaymentStatus.PAID);
        assertThat(walk.tasks(order)).isEmpty();
    }

    @Test
    void whatComesBackWholeIsCancelledAtTheProvider() {
        var order = reported();

        comesBack(order, 0);

        assertThat(provider.asked(order)).containsExactly("CANCEL");
        provider.says(order, Outcome.CANCELLED);
        assertThat(refunds(order)).containsExactly("AGENCY DONE");
        assertThat(walk.payment(order).paid()).isEqualTo(Yen.ZERO);
        assertThat(atTheProvider(order)).isZero();
    }

    @Test
    void whatComesBackInPartIsBilledLessUnderAnotherNumberAndBothAreKept() {
        var order = twoDoorsReported();
        var before = provider.reference(order);

        comesBack(order, 0);
        provider.says(order, Outcome.UNKNOWN);
        var reduced = provider.says(order, Outcome.REPORTED);

        assertThat(refunds(order)).containsExactly("AGENCY DONE");
        assertThat(reduced.kind()).as("it was looked up by its new number").isEqualTo(DeferredCall.Kind.FIND);
        assertThat(provider.reference(order)).isNotEqualTo(before);
        assertThat(attempts(order)).containsExactlyInAnyOrder("VOIDED " + before, "PAID " + provider.reference(order));
        assertThat(atTheProvider(order)).isEqualTo(walk.payment(order).charged().amount());
    }

    @Test
    void afterTheCutOffMoneyGoesBackByTransfer() {
        var order = reported();

        comesBack(order, 0);
        provider.says(order, Outcome.ERROR, "E0100118");

        assertThat(refunds(order)).containsExactly("AGENCY FAILED", "TRANSFER PROPOSED");
        assertThat(walk.tasks(order)).contains("refund-due");
    }

    @Test
    void aCancellationThatIsRefusedIsAPersons() {
        var order = secured();
        walk.cancel(order);
        provider.says(order, Outcome.ERROR, "E0100118");
        assertThat(walk.tasks(order)).containsExactly("deferred-problem");
        assertThat(provider.asked(order)).isEmpty();

        walk.decide(order, "deferred-problem", "AGAIN");
        provider.says(order, Outcome.ERROR, "E0100118");
        walk.decide(order, "deferred-problem", "CARRIED_OUT");

        assertThat(attempts(order)).singleElement().asString().startsWith("VOIDED");
        assertThat(walk.tasks(order)).isEmpty();
    }

    @Test
    void nobodyDecidesWhileAnAnswerIsAwaited() {
        var order = atTwoDoors();
        ship(order, 0);
        ship(order, 1);
        provider.says(order, Outcome.ERROR, "E0131006");
        comesBack(order, 0);
        assertThat(provider.asked(order)).containsExactly("UPDATE");

        assertThatThrownBy(() -> walk.decide(order, "deferred-report", "CARRIED_OUT"))
                .isInstanceOf(Refusal.class);

        provider.says(order, Outcome.OK);
        assertThat(walk.payment(order).status()).isEqualTo(PaymentStatus.AUTHORIZED);
    }

    @Test
    void aStatementBooksTheFeeOnceAndTheRestWaitsForTheBank() {
        var order = reported();
        var charged = walk.payment(order).charged();
        var payout = new DeferredSettlement(
                provider.reference(order), order, charged, Yen.of(150), LocalDate.of(2026, 12, 20));

        assertThat(statements.record(List.of(payout))).isEqualTo(1);
        assertThat(statements.record(List.of(payout))).isZero();

        assertThat(atTheProvider(order)).isEqualTo(charged.amount() - 150);
        var before = atTheProvider();
        var deposit = deposited(charged.minus(Yen.of(150)));
        decide(deposit, "FROM_DEFERRED");
        assertThat(before - atTheProvider()).isEqualTo(charged.amount() - 150);
    }

    @Test
    void whatNoStatementTellsOfIsNotTakenForAPayout() {
        reported();
        var deposit = deposited(Yen.of(9_999_999));

        assertThatThrownBy(() -> decide(deposit, "FROM_DEFERRED")).isInstanceOf(Refusal.class);

        payBack(deposit);
    }

    @Test
    void aPayoutThatTheBankTakesBackIsOwedAgain() {
        var order = reported();
        var charged = walk.payment(order).charged();
        statements.record(List.of(new DeferredSettlement(
                provider.reference(order), order, charged, Yen.ZERO, LocalDate.of(2026, 12, 20))));
        var transfer = PaymentMother.transferBy("ハライモドシ", charged.amount(), walk.clock.today());
        walk.bank(order, transfer);
        decide(newest(), "FROM_DEFERRED");
        var settled = atTheProvider();

        walk.bank(order, PaymentMother.reversalOf(transfer));

        assertThat(atTheProvider() - settled).isEqualTo(charged.amount());
    }

    @Test
    void aStatementThatDoesNotFitIsRefused() {
        var order = reported();
        var other = reported();
        var charged = walk.payment(order).charged();
        var day = LocalDate.of(2026, 12, 20);
        var reference = provider.reference(order);

        assertRefused(new DeferredSettlement("99999999999", order, charged, Yen.ZERO, day), "transaction_id");
        assertRefused(new DeferredSettlement(reference, other, charged, Yen.ZERO, day), "order_no");
        assertRefused(new DeferredSettlement(reference, order, charged.plus(Yen.of(1)), Yen.ZERO, day), "amount");
        statements.record(List.of(new DeferredSettlement(reference, order, charged, Yen.ZERO, day)));
        assertRefused(new DeferredSettlement(reference, order, charged, Yen.of(1), day), "amount");
    }

    private void assertRefused(DeferredSettlement settlement, String field) {
        assertThatThrownBy(() -> statements.record(List.of(settlement)))
                .isInstanceOfSatisfying(InvalidInput.class, wrong -> assertThat(wrong.problems())
                        .singleElement()
                        .satisfies(problem -> assertThat(problem.field()).isEqualTo(field)));
    }

    private OrderNumber placed() {
        return walk.place(OrderMother.of(walk.article(10), 2).by(DEFERRED));
    }

    private OrderNumber secured() {
        var order = placed();
        provider.says(order, Outcome.OK);
        return order;
    }

    private OrderNumber shipped() {
        var order = secured();
        walk.wave();
        ship(order, 0);
        return order;
    }

    private OrderNumber reported() {
        var order = shipped();
        provider.says(order, Outcome.REPORTED);
        return order;
    }

    private OrderNumber atTwoDoors() {
        var sku = walk.article(10);
        var order = walk.place(OrderMother.of(sku, 1)
                .to("別の人", CustomerMother.SAPPORO)
                .and(sku, 2)
                .by(DEFERRED));
        provider.says(order, Outcome.OK);
        walk.wave();
        return order;
    }

    private OrderNumber twoDoorsReported() {
        var order = atTwoDoors();
        ship(order, 0);
        ship(order, 1);
        provider.says(order, Outcome.REPORTED);
        return order;
    }

    private void ship(OrderNumber order, int parcel) {
        var number = walk.shipments.ofOrder(order).get(parcel).number();
        walk.acknowledge(number, true);
        walk.testClock.advance(Duration.ofMinutes(1));
        walk.ship(number);
    }

    private void comesBack(OrderNumber order, int parcel) {
        walk.track(walk.shipments.ofOrder(order).get(parcel).number(), TrackingEvent.Kind.REFUSED);
        walk.decide(order, "delivery-trouble", "REFUND");
    }

    private static ChangeOrder.Changes delivery() {
        var elsewhere = new Recipient("見本 花子", null, "0300000002", CustomerMother.SAPPORO);
        return new ChangeOrder.Changes(null, false, null, null, elsewhere, null, null);
    }

    private List<String> attempts(OrderNumber order) {
        return entries.payments(order).stream()
                .filter(entry -> entry.method() == DEFERRED)
                .map(entry -> entry.status() + " " + entry.reference())
                .toList();
    }

    private List<String> refunds(OrderNumber order) {
        return entries.refunds(order).stream()
                .map(refund -> refund.route() + " " + refund.status())
                .toList();
    }

    private long atTheProvider(OrderNumber order) {
        return walk.jdbc
                .sql(
                        "select coalesce(sum(amount), 0) from ledger_entry where account = 'DEFERRED_AGENCY' and receivable = ?")
                .param(order.value())
                .query(Long.class)
                .single();
    }

    private long atTheProvider() {
        return walk.jdbc
                .sql("select coalesce(sum(amount), 0) from ledger_entry where account = 'DEFERRED_AGENCY'")
                .query(Long.class)
                .single();
    }

    private long deposited(Yen amount) {
        walk.given.deposit(PaymentMother.transferBy("ハライコミ", amount.amount(), walk.clock.today()));
        return newest();
    }

    private long newest() {
        return walk.jdbc.sql("select max(id) from deposit").query(Long.class).single();
    }

    private String stateOf(long deposit) {
        return walk.jdbc
                .sql("select state from deposit where id = ?")
                .param(deposit)
                .query(String.class)
                .single();
    }

    private void decide(long deposit, String decision) {
        complete(deposit, decision, Map.of());
    }

    private void payBack(long deposit) {
        complete(deposit, "PAID_BACK", Map.of("transferReference", "A1"));
    }

    private void complete(long deposit, String decision, Map<String, String> input) {
        var task = walk.tasks
                .about(new Subject("DEPOSIT", String.valueOf(deposit)))
                .get(0);
        completeTask.complete(task.id(), decision, null, input, "tester");
    }
}
