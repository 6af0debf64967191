package jp.otodoke.fulfilment;

import static jp.otodoke.orders.PaymentMethod.BANK_TRANSFER;
import static jp.otodoke.orders.PaymentMethod.CASH_ON_DELIVERY;
import static jp.otodoke.orders.PaymentMethod.CONVENIENCE_STORE;
import static jp.otodoke.orders.PaymentMethod.CREDIT_CARD;
import static jp.otodoke.orders.PaymentMethod.DEFERRED;
import static jp.otodoke.orders.PaymentMethod.DIRECT_DEBIT;
import static jp.otodoke.orders.PaymentMethod.INVOICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.PaymentMother;
import jp.otodoke.orders.ChangeOrder;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.Recipient;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.payments.CardAnswer.Outcome;
import jp.otodoke.payments.PaymentStatus;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import org.junit.jupiter.api.Test;

/** From receipt to secured money. */
interface ReviewAndPaymentWalks {
    Walk walk();

    @Test
    default void anAttentionCustomerIsLookedAtByAPersonAndGoesOnWhenApproved() {
        var sku = walk().article(10);
        var first = walk().place(OrderMother.of(sku, 1));
        var customer = walk().order(first).customerNumber();
        walk().given.attention(customer, null);

        var order = walk().place(OrderMother.of(sku, 2).from(customer));

        assertThat(walk().status(order)).isEqualTo(OrderStatus.IN_REVIEW);
        assertThat(walk().task(order, "review-order").reason().japanese()).contains("注意顧客");
        walk().decide(order, "review-order", "APPROVE");
        assertThat(walk().status(order)).isEqualTo(OrderStatus.READY);
        assertThat(walk().tasks(order)).isEmpty();
    }

    @Test
    default void anAddressAtOddsWithItsPostalCodeIsLookedAtAndMayBeCancelled() {
        var sku = walk().article(10);
        var order = walk().place(OrderMother.of(sku, 1).livingAt(new Address("1000001", "大阪府", "大阪市北区", "梅田1-1", "")));

        assertThat(walk().status(order)).isEqualTo(OrderStatus.IN_REVIEW);
        assertThat(walk().task(order, "review-order").reason().japanese())
                .as("whoever may not see addresses may read it")
                .isEqualTo("住所が郵便番号 1000001(東京都千代田区千代田)と合いません");
        walk().decide(order, "review-order", "CANCEL");

        assertThat(walk().status(order)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(walk().payment(order).charged().amount()).isZero();
        assertThat(walk().alive(order)).isFalse();
    }

    @Test
    default void cashAboveTheLimitIsLookedAt() {
        var sku = walk().article(200);

        assertThat(walk().status(walk().place(OrderMother.of(sku, 101)))).isEqualTo(OrderStatus.IN_REVIEW);
        assertThat(walk().status(walk().place(OrderMother.of(sku, 101).by(INVOICE))))
                .isEqualTo(OrderStatus.READY);
    }

    @Test
    default void aRemarkIsLookedAt() {
        var order = walk().place(OrderMother.of(walk().article(1), 1).remarking("のし希望"));

        assertThat(walk().task(order, "review-order").reason().japanese()).contains("のし希望");
    }

    @Test
    default void theSameOrderAgainWithinADayIsLookedAtUnlessTheChannelNumbersIt() {
        var sku = walk().article(10);
        var first = walk().place(OrderMother.of(sku, 1));
        var customer = walk().order(first).customerNumber();

        var again = walk().place(OrderMother.of(sku, 1).from(customer));
        var numbered = walk().place(OrderMother.of(sku, 1).from(customer).numbered("X-" + sku));
        var more = walk().place(OrderMother.of(sku, 2).from(customer));

        assertThat(walk().status(again)).isEqualTo(OrderStatus.IN_REVIEW);
        assertThat(walk().status(numbered)).isEqualTo(OrderStatus.READY);
        assertThat(walk().status(more)).isEqualTo(OrderStatus.READY);
    }

    @Test
    default void whatAPersonHasApprovedIsNotAskedAgainAfterAChange() {
        var sku = walk().article(10);
        var order = walk().place(OrderMother.of(sku, 1).remarking("のし希望"));
        walk().decide(order, "review-order", "APPROVE");

        change(order, new ChangeOrder.Changes(null, false, null, null, null, BANK_TRANSFER, null));
        assertThat(walk().status(order)).isEqualTo(OrderStatus.AWAITING_PAYMENT);

        var elsewhere = new Recipient("試験", null, null, new Address("1000001", "大阪府", "大阪市北区", "梅田1-1", ""));
        change(order, new ChangeOrder.Changes(null, false, null, null, elsewhere, null, null));
        assertThat(walk().task(order, "review-order").reason().japanese())
                .as("only what is new")
                .startsWith("住所が郵便番号")
                .doesNotContain("備考");
    }

    @Test
    default void anOrderSentTwiceIsComparedWithTheOtherAndMayBeCalledOff() {
        var sku = walk().article(10);
        var first = walk().place(OrderMother.of(sku, 1));
        var repeated =
                walk().place(OrderMother.of(sku, 1).from(walk().order(first).customerNumber()));

        var task = walk().task(repeated, "review-order");
        assertThat(task.reason().japanese()).contains(first.value());
        assertThat(task.decisions())
                .as("the same in everything within minutes: proposed is to cancel")
                .startsWith("CANCEL");
        walk().testClock.advance(Duration.ofHours(2));
        var later = walk().place(OrderMother.of(sku, 1).from(walk().order(first).customerNumber()));
        assertThat(walk().task(later, "review-order").decisions()).startsWith("APPROVE");
    }

    @Test
    default void anOrderThatIsHeldMayBeCancelledFromItsTask() {
        var sku = walk().article(10);
        var order = walk().place(OrderMother.of(sku, 1));
        walk().changes.hold(order, "お客様の返事待ち", "tester");
        assertThat(walk().task(order, "order-on-hold").decisions()).containsExactly("RELEASE", "CANCEL");

        walk().decide(order, "order-on-hold", "CANCEL");

        assertThat(walk().status(order)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(walk().allocated(sku)).isZero();
        assertThat(walk().tasks(order)).isEmpty();
        assertThat(walk().alive(order)).isFalse();
    }

    private void change(OrderNumber order, ChangeOrder.Changes changes) {
        walk().changes.change(order, changes, "tester");
        walk().jobs.run(order);
    }

    @Test
    default void aTransferIsAskedForRemindedAndGoesOnWhenItComes() {
        var sku = walk().article(10);
        var order = walk().place(OrderMother.of(sku, 2).by(BANK_TRANSFER));
        assertThat(walk().status(order)).isEqualTo(OrderStatus.AWAITING_PAYMENT);
        assertThat(walk().allocated(sku)).isZero();

        walk().pass(Duration.ofDays(4), order);
        assertThat(walk().happened(order)).contains("PAYMENT_REQUESTED", "PAYMENT_REMINDED");
        walk().transfer(order, walk().payment(order).charged().amount());

        assertThat(walk().status(order)).isEqualTo(OrderStatus.READY);
        assertThat(walk().allocated(sku)).isEqualTo(2);
        assertThat(walk().payment(order).status()).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    default void aTransferThatNeverComesEndsTheOrderWithNotice() {
        var order = walk().place(OrderMother.of(walk().article(10), 2).by(BANK_TRANSFER));
        walk().transfer(order, 1000);
        assertThat(walk().status(order)).isEqualTo(OrderStatus.AWAITING_PAYMENT);

        walk().pass(Duration.ofDays(11), order);

        assertThat(walk().status(order)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(walk().order(order).cancelReason())
                .isEqualTo(new BilingualText("期限までにお支払いがありませんでした", "it was not paid in time"));
        assertThat(walk().alive(order)).isFalse();
        assertThat(walk().jdbc
                        .sql("select count(*) from outbox_message where key like :k")
                        .param("k", "%order-cancelled:" + order)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    default void theLimitLooksForTheMoneyBeforeItCancels() {
        var order = walk().place(OrderMother.of(walk().article(10), 2).by(BANK_TRANSFER));
        var amount = walk().payment(order).charged().amount();
        walk().withoutWaking(() -> walk().given
                .deposit(PaymentMother.transferFor(order, amount, walk().clock.today())));

        walk().pass(Duration.ofDays(11), order);

        assertThat(walk().status(order)).isEqualTo(OrderStatus.READY);
        assertThat(walk().payment(order).status()).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    default void theCarrierOfAFreeOrderCollectsNothing() {
        var order = walk().place(OrderMother.of(walk().article(10), 2)
                .by(CASH_ON_DELIVERY)
                .reducedBy(6000, 0));
        assertThat(walk().status(order)).isEqualTo(OrderStatus.READY);

        walk().wave();

        var parcel = walk().parcel(order);
        assertThat(parcel.paymentKind()).isEqualTo(PaymentKind.PREPAID);
        assertThat(parcel.codAmount().isZero()).isTrue();
    }

    @Test
    default void aCardIsAuthorisedAtOrderAndCapturedOnceAtShipping() {
        var order = walk().place(OrderMother.of(walk().article(10), 2).by(CREDIT_CARD));
        assertThat(walk().asked(order)).containsExactly("AUTHORISE");
        walk().answer(order, Outcome.AUTHORISED);
        assertThat(walk().status(order)).isEqualTo(OrderStatus.READY);

        walk().wave();
        var parcel = walk().parcel(order);
        assertThat(parcel.paymentKind()).isEqualTo(PaymentKind.PREPAID);
        walk().acknowledge(parcel.number(), true);
        walk().ship(parcel.number());
        walk().ship(parcel.number());
        assertThat(walk().asked(order)).containsExactly("CAPTURE");
        walk().answer(order, Outcome.CAPTURED);
        walk().track(parcel.number(), TrackingEvent.Kind.DELIVERED);

        assertThat(walk().status(order)).isEqualTo(OrderStatus.COMPLETED);
        assertThat(walk().payment(order).paid().amount())
                .isEqualTo(walk().payment(order).charged().amount());
        assertThat(walk().everAsked(order)).containsExactly("AUTHORISE", "CAPTURE");
        assertThat(walk().alive(order)).isFalse();
    }

    @Test
    default void anOrderWhoseCardWasDeclinedGoesOnByItselfOnceItIsPaid() {
        var order = walk().place(OrderMother.of(walk().article(10), 2).by(CREDIT_CARD));
        walk().answer(order, Outcome.DECLINED);
        assertThat(walk().task(order, "payment-declined").reason().japanese()).contains("G12");

        walk().secure.secure(order);
        walk().answer(order, Outcome.AUTHORISED);

        assertThat(walk().status(order)).isEqualTo(OrderStatus.READY);
        assertThat(walk().tasks(order)).isEmpty();
    }

    @Test
    default void anOrderWhoseCardIsChargedBackBeforeItLeavesStopsUntilAnotherCardPays() {
        var sku = walk().article(10);
        var order = walk().place(OrderMother.of(sku, 2).by(CREDIT_CARD));
        walk().answer(order, Outcome.CAPTURED);
        assertThat(walk().status(order)).isEqualTo(OrderStatus.READY);

        walk().chargeback(order);
        assertThat(walk().status(order)).isEqualTo(OrderStatus.AWAITING_PAYMENT);
        assertThat(walk().allocated(sku)).isZero();
        assertThat(walk().asked(order))
                .as("the disputed card is not charged again")
                .isEmpty();
        var task = walk().task(order, "arrange-payment");
        assertThat(task.decisions()).containsExactlyInAnyOrder("BANK_TRANSFER", "CANCEL");
        walk().newCard(order, "tok_other");
        walk().answer(order, Outcome.AUTHORISED);

        assertThat(walk().status(order)).isEqualTo(OrderStatus.READY);
        assertThat(walk().tasks(order)).isEmpty();
    }

    @Test
    default void anOrderWhoseChargebackIsWonGoesOnByItself() {
        var order = walk().place(OrderMother.of(walk().article(10), 2).by(CREDIT_CARD));
        walk().answer(order, Outcome.CAPTURED);
        walk().chargeback(order);
        assertThat(walk().tasks(order)).contains("arrange-payment");

        walk().chargebackWon(order);

        assertThat(walk().status(order)).isEqualTo(OrderStatus.READY);
        assertThat(walk().tasks(order)).isEmpty();
    }

    @Test
    default void aDeclinedCardMayBeTriedAgainOrTheOrderPaidAnotherWay() {
        var order = walk().place(OrderMother.of(walk().article(10), 2).by(CREDIT_CARD));
        walk().answer(order, Outcome.DECLINED);
        assertThat(walk().payment(order).status()).isEqualTo(PaymentStatus.FAILED);

        walk().decide(order, "payment-declined", "RETRY");
        assertThat(walk().asked(order)).containsExactly("AUTHORISE");
        walk().answer(order, Outcome.DECLINED);
        walk().decide(order, "payment-declined", "CASH_ON_DELIVERY");

        assertThat(walk().status(order)).isEqualTo(OrderStatus.READY);
        assertThat(walk().payment(order).method()).isEqualTo(CASH_ON_DELIVERY);
        assertThat(walk().order(order).totals().fee().amount()).isPositive();
    }

    @Test
    default void aDeclinedCardMayEndTheOrder() {
        var order = walk().place(OrderMother.of(walk().article(10), 2).by(CREDIT_CARD));
        walk().answer(order, Outcome.DECLINED);

        walk().decide(order, "payment-declined", "CANCEL");

        assertThat(walk().status(order)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(walk().order(order).cancelReason())
                .isEqualTo(new BilingualText("カードが使えませんでした", "the card could not be used"));
        assertThat(walk().happened(order)).containsSubsequence("RECEIVED", "CARD_DECLINED", "DECIDED", "CANCELLED");
    }

    @Test
    default void aLostAnswerIsAskedForAgainAndNeverChargedBlindly() {
        var order = walk().place(OrderMother.of(walk().article(10), 2).by(CREDIT_CARD));
        walk().answer(order, Outcome.UNKNOWN);
        assertThat(walk().payment(order).status()).isEqualTo(PaymentStatus.UNKNOWN);
        assertThat(walk().asked(order)).containsExactly("SEARCH");

        walk().answer(order, Outcome.AUTHORISED);

        assertThat(walk().status(order)).isEqualTo(OrderStatus.READY);
        assertThat(walk().everAsked(order)).containsExactly("AUTHORISE", "SEARCH");
    }

    @Test
    default void anAttemptTheGatewayNeverSawIsMadeOnceMore() {
        var order = walk().place(OrderMother.of(walk().article(10), 2).by(CREDIT_CARD));
        walk().answer(order, Outcome.UNKNOWN);

        walk().answer(order, Outcome.NOT_FOUND);
        assertThat(walk().asked(order)).containsExactly("AUTHORISE");
        walk().answer(order, Outcome.AUTHORISED);

        assertThat(walk().status(order)).isEqualTo(OrderStatus.READY);
    }

    @Test
    default void anAttemptTheGatewayNeverTakesIsMadeMoreAndMoreRarelyAndGoesToAPerson() {
        var order = walk().place(OrderMother.of(walk().article(10), 2).by(CREDIT_CARD));
        for (int i = 0; i < 4; i++) {
            walk().answer(order, Outcome.UNKNOWN);
            walk().answer(order, Outcome.NOT_FOUND);
            assertThat(walk().tasks(order)).isEmpty();
        }
        walk().answer(order, Outcome.UNKNOWN);

        assertThat(walk().tasks(order)).containsExactly("payment-unknown");
        assertThat(walk().everAsked(order)).filteredOn("AUTHORISE"::equals).hasSize(5);
    }

    @Test
    default void aRefundOfWhatTheGatewayDoesNotKnowIsMadeByHand() {
        var order = walk().place(OrderMother.of(walk().article(10), 2).by(CREDIT_CARD));
        walk().answer(order, Outcome.AUTHORISED);
        walk().wave();
        var parcel = walk().parcel(order).number();
        walk().ship(parcel);
        walk().answer(order, Outcome.CAPTURED);
        walk().track(parcel, TrackingEvent.Kind.REFUSED);
        walk().decide(order, "delivery-trouble", "REFUND");

        walk().answer(order, Outcome.NOT_FOUND);

        assertThat(walk().asked(order)).isEmpty();
        assertThat(walk().tasks(order)).contains("refund-due");
    }

    @Test
    default void askingAgainPutsTheWaitingQuestionAtOnceInsteadOfASecondOne() {
        var order = walk().place(OrderMother.of(walk().article(10), 2).by(CREDIT_CARD));
        walk().answers(order, Outcome.UNKNOWN, 5);
        assertThat(walk().asked(order)).containsExactly("SEARCH");

        walk().decide(order, "payment-unknown", "ASK_AGAIN");

        assertThat(walk().asked(order)).containsExactly("SEARCH");
        assertThat(walk().untilNextQuestion(order)).isEqualTo(Duration.ZERO);
        walk().answer(order, Outcome.UNKNOWN);
        assertThat(walk().asked(order)).containsExactly("SEARCH");
    }

    @Test
    default void aDirectDebitWithoutAMandateIsDecidedByAPerson() {
        var order = walk().place(OrderMother.of(walk().article(10), 1).by(DIRECT_DEBIT));
        assertThat(walk().status(order)).isEqualTo(OrderStatus.AWAITING_PAYMENT);
        assertThat(walk().tasks(order)).containsExactly("mandate-missing");
        assertThat(walk().task(order, "mandate-missing").reason().japanese()).contains("口座振替の登録がありません");

        walk().decide(order, "mandate-missing", "CASH_ON_DELIVERY");

        assertThat(walk().tasks(order)).isEmpty();
        assertThat(walk().status(order)).isEqualTo(OrderStatus.READY);
        assertThat(walk().payment(order).method()).isEqualTo(CASH_ON_DELIVERY);
    }

    @Test
    default void aMandateIsNoLongerAskedForOnceTheOrderIsPaidOtherwiseOrCancelled() {
        var changed = walk().place(OrderMother.of(walk().article(10), 1).by(DIRECT_DEBIT));
        walk().decide(changed, "mandate-missing", "BANK_TRANSFER");
        assertThat(walk().tasks(changed)).isEmpty();
        assertThat(walk().status(changed)).isEqualTo(OrderStatus.AWAITING_PAYMENT);

        var cancelled = walk().place(OrderMother.of(walk().article(10), 1).by(DIRECT_DEBIT));
        walk().decide(cancelled, "mandate-missing", "CANCEL");
        assertThat(walk().tasks(cancelled)).isEmpty();
        assertThat(walk().status(cancelled)).isEqualTo(OrderStatus.CANCELLED);

        var called = walk().place(OrderMother.of(walk().article(10), 1).by(DIRECT_DEBIT));
        walk().cancel(called);
        assertThat(walk().tasks(called)).isEmpty();
    }

    @Test
    default void whoGoesBackToDirectDebitIsAskedForTheMandateAgain() {
        var order = walk().place(OrderMother.of(walk().article(10), 1).by(DIRECT_DEBIT));
        walk().decide(order, "mandate-missing", "BANK_TRANSFER");

        walk().payBy(order, DIRECT_DEBIT);

        assertThat(walk().tasks(order)).containsExactly("mandate-missing");
        walk().decide(order, "mandate-missing", "CASH_ON_DELIVERY");
        assertThat(walk().status(order)).isEqualTo(OrderStatus.READY);
    }

    @Test
    default void aResultUnknownForLongGoesToAPersonAndTheTaskEndsWhenTheAnswerComes() {
        var order = walk().place(OrderMother.of(walk().article(10), 2).by(CREDIT_CARD));
        walk().answers(order, Outcome.UNKNOWN, 5);
        assertThat(walk().tasks(order)).containsExactly("payment-unknown");

        walk().decide(order, "payment-unknown", "ASK_AGAIN");
        walk().answers(order, Outcome.UNKNOWN, 16);
        assertThat(walk().tasks(order)).contains("payment-unknown");
        assertThat(walk().untilNextQuestion(order)).isEqualTo(Duration.ofHours(12));
        walk().answer(order, Outcome.AUTHORISED);

        assertThat(walk().tasks(order)).isEmpty();
        assertThat(walk().status(order)).isEqualTo(OrderStatus.READY);
        walk().wave();
        assertThat(walk().status(order)).isEqualTo(OrderStatus.DISPATCHED);
    }

    @Test
    default void aResultUnknownForLongMayEndTheOrderAndALateAuthorisationIsVoided() {
        var order = walk().place(OrderMother.of(walk().article(10), 2).by(CREDIT_CARD));
        walk().answers(order, Outcome.UNKNOWN, 5);

        walk().decide(order, "payment-unknown", "CANCEL");
        assertThat(walk().status(order)).isEqualTo(OrderStatus.CANCELLED);
        walk().answer(order, Outcome.AUTHORISED);

        assertThat(walk().asked(order)).containsExactly("VOID");
        walk().answer(order, Outcome.VOIDED);
        assertThat(walk().payment(order).authorised().amount()).isZero();
    }

    @Test
    default void aCancelledOrderIsNotAuthorisedOnceMore() {
        var order = walk().place(OrderMother.of(walk().article(10), 2).by(CREDIT_CARD));
        walk().answer(order, Outcome.UNKNOWN);
        walk().cancel(order);

        walk().answer(order, Outcome.NOT_FOUND);

        assertThat(walk().asked(order)).isEmpty();
    }

    @Test
    default void aCaptureOfUnknownResultIsAskedForAndMadeOnce() {
        var order = walk().place(OrderMother.of(walk().article(10), 2).by(CREDIT_CARD));
        walk().answer(order, Outcome.AUTHORISED);
        walk().wave();
        var parcel = walk().parcel(order).number();
        walk().ship(parcel);
        walk().answer(order, Outcome.UNKNOWN);
        walk().track(parcel, TrackingEvent.Kind.DELIVERED);
        assertThat(walk().status(order)).isEqualTo(OrderStatus.DELIVERED);

        walk().answer(order, Outcome.AUTHORISED);
        assertThat(walk().asked(order)).containsExactly("CAPTURE");
        walk().answer(order, Outcome.CAPTURED);

        assertThat(walk().status(order)).isEqualTo(OrderStatus.COMPLETED);
        assertThat(walk().payment(order).paid().amount())
                .isEqualTo(walk().payment(order).charged().amount());
    }

    @Test
    default void anAnswerToAnAttemptThatWasGivenUpPaysForNothing() {
        var order = walk().place(OrderMother.of(walk().article(10), 2).by(CREDIT_CARD));
        walk().changes
                .change(order, new ChangeOrder.Changes(null, false, null, null, null, BANK_TRANSFER, null), "tester");
        walk().jobs.run(order);

        walk().answer(order, Outcome.AUTHORISED);

        assertThat(walk().status(order)).isEqualTo(OrderStatus.AWAITING_PAYMENT);
        assertThat(walk().asked(order)).containsExactly("VOID");
    }

    @Test
    default void whatAShopHasAuthorisedByItsOwnDeferredPaymentIsArrangedByAccounting() {
        var sku = walk().article(10);
        var byShop = ShopPayment.AUTHORISED;
        var secured = walk().place(OrderMother.of(sku, 1).atTheShop(byShop).by(DEFERRED));
        var changed = walk().place(OrderMother.of(sku, 1).atTheShop(byShop).by(DEFERRED));
        var ended = walk().place(OrderMother.of(sku, 1).atTheShop(byShop).by(DEFERRED));

        walk().decide(secured, "arrange-payment", "SECURED");
        walk().decide(changed, "arrange-payment", "BANK_TRANSFER");
        walk().decide(ended, "arrange-payment", "CANCEL");

        assertThat(walk().status(secured)).isEqualTo(OrderStatus.READY);
        assertThat(walk().status(changed)).isEqualTo(OrderStatus.AWAITING_PAYMENT);
        assertThat(walk().payment(changed).method()).isEqualTo(BANK_TRANSFER);
        assertThat(walk().status(ended)).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    default void convenienceStoreAndDirectDebitWaitForTheirMoneyAndAnInvoiceDoesNot() {
        var sku = walk().article(10);

        assertThat(walk().status(walk().place(OrderMother.of(sku, 1).by(CONVENIENCE_STORE))))
                .isEqualTo(OrderStatus.AWAITING_PAYMENT);
        assertThat(walk().status(walk().place(OrderMother.of(sku, 1).by(DIRECT_DEBIT))))
                .isEqualTo(OrderStatus.AWAITING_PAYMENT);
        assertThat(walk().status(walk().place(OrderMother.of(sku, 1).by(INVOICE))))
                .isEqualTo(OrderStatus.READY);
    }

    @Test
    default void whatWasPaidAtTheShopIsSettledThroughTheShop() {
        var sku = walk().article(10);
        var paid = walk().shipped(OrderMother.of(sku, 1).atTheShop(ShopPayment.PAID));
        var authorised = walk().shipped(OrderMother.of(sku, 1).atTheShop(ShopPayment.AUTHORISED));

        assertThat(walk().everAsked(paid)).isEmpty();
        assertThat(walk().everAsked(authorised)).isEmpty();
        assertThat(walk().payment(paid).status()).isEqualTo(PaymentStatus.PAID);
        assertThat(walk().payment(authorised).status()).isEqualTo(PaymentStatus.PAID);
    }
}
