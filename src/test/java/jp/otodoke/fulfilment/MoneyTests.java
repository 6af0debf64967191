package jp.otodoke.fulfilment;

import static jp.otodoke.orders.PaymentMethod.BANK_TRANSFER;
import static jp.otodoke.orders.PaymentMethod.CREDIT_CARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.payments.CardAnswer.Outcome;
import jp.otodoke.payments.Deposit;
import jp.otodoke.payments.Deposits;
import jp.otodoke.payments.MatchDeposits;
import jp.otodoke.payments.MatchDeposits.Allocation;
import jp.otodoke.payments.NewDeposit;
import jp.otodoke.payments.PaymentStatus;
import jp.otodoke.payments.RecordDeposits;
import jp.otodoke.payments.RequeryCard;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Nobody pays twice, nobody's money is lost, and what is known is not forgotten. */
@ModuleTest
class MoneyTests {
    private final Walk walk;

    @Autowired
    RequeryCard askAgain;

    @Autowired
    RecordDeposits recordDeposits;

    @Autowired
    MatchDeposits matching;

    @Autowired
    Deposits deposits;

    @Autowired
    BusinessClock clock;

    @Autowired
    MoneyTests(AutowireCapableBeanFactory beans) {
        this.walk = beans.createBean(Walk.class);
    }

    @BeforeEach
    void morning() {
        walk.morning();
    }

    @Test
    void anAnswerThatIsLostLaterDoesNotTakeBackWhatIsKnown() {
        var order = walk.place(OrderMother.of(walk.article(10), 2).by(CREDIT_CARD));
        askAgain.ask(order);
        walk.answer(order, Outcome.AUTHORISED);
        walk.answerLast(order, Outcome.UNKNOWN);

        assertThat(walk.payment(order).status()).isEqualTo(PaymentStatus.AUTHORIZED);
        assertThat(walk.asked(order)).as("the question has its answer too").isEmpty();
        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
        walk.allHolds();
    }

    @Test
    void aCallThatIsBeingMadeKeepsItsAnswerWhenAQuestionIsAnsweredFirst() {
        var order = walk.place(OrderMother.of(walk.article(10), 2).by(CREDIT_CARD));
        askAgain.ask(order);
        walk.answerLast(order, Outcome.NOT_FOUND);
        assertThat(walk.asked(order)).containsExactly("AUTHORISE");

        walk.answer(order, Outcome.AUTHORISED);

        assertThat(walk.payment(order).status()).isEqualTo(PaymentStatus.AUTHORIZED);
    }

    @Test
    void oneQuestionAtATimeIsAliveHoweverOftenOneAsks() {
        var order = walk.place(OrderMother.of(walk.article(10), 2).by(CREDIT_CARD));
        walk.answer(order, Outcome.UNKNOWN);

        askAgain.ask(order);
        askAgain.ask(order);

        assertThat(walk.asked(order)).containsExactly("SEARCH");
        walk.answer(order, Outcome.AUTHORISED);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
    }

    @Test
    void whatWasCapturedIsNotCapturedAgainForAnAnswerThatComesTwice() {
        var order = walk.place(OrderMother.of(walk.article(10), 2).by(CREDIT_CARD));
        walk.answer(order, Outcome.AUTHORISED);
        walk.wave();
        walk.ship(walk.parcel(order).number());
        walk.answer(order, Outcome.UNKNOWN);
        var asked = walk.lastCall(order);
        askAgain.ask(order);
        walk.answer(order, Outcome.CAPTURED);

        walk.answerCall(order, asked, Outcome.UNKNOWN);

        assertThat(walk.payment(order).status()).isEqualTo(PaymentStatus.PAID);
        assertThat(walk.asked(order)).isEmpty();
        assertThat(walk.everAsked(order)).containsOnlyOnce("CAPTURE");
        walk.allHolds();
    }

    @Test
    void moneyBeyondWhatAnOrderOwesIsToBeRefunded() {
        var order = walk.place(OrderMother.of(walk.article(10), 1).by(BANK_TRANSFER));
        var owed = walk.payment(order).charged().amount();
        var deposit = deposit("タヨウナ " + order, owed + 500, false);

        matching.confirm(deposit, List.of(new Allocation(order, Yen.of(owed + 500))), "tester");

        assertThat(walk.payment(order).paid().amount()).isEqualTo(owed + 500);
        assertThat(walk.task(order, "refund-due").reason().japanese()).contains("500円");
        walk.allHolds();
    }

    @Test
    void excessThatGrowsIsOneTaskOfTheNewSumAndWhatComesAfterItIsPaidBackIsAnother() {
        var order = walk.place(OrderMother.of(walk.article(10), 1).by(BANK_TRANSFER));
        var owed = walk.payment(order).charged().amount();
        paid(order, owed + 3_000);
        assertThat(walk.task(order, "refund-due").reason().japanese()).contains("3,000円");

        paid(order, 3_880);
        assertThat(walk.tasks(order)).containsOnlyOnce("refund-due");
        assertThat(walk.task(order, "refund-due").reason().japanese()).contains("6,880円");
        walk.decide(order, "refund-due", "REFUNDED");
        assertThat(walk.payment(order).paid().amount()).isEqualTo(owed);
        assertThat(walk.tasks(order)).doesNotContain("refund-due");

        paid(order, 6_880);
        assertThat(walk.task(order, "refund-due").reason().japanese()).contains("6,880円");
        walk.decide(order, "refund-due", "REFUNDED");
        assertThat(walk.payment(order).paid().amount()).isEqualTo(owed);
        walk.allHolds();
    }

    @Test
    void anOrderWhoseMoneyWasAnothersDoesNotLeave() {
        var order = walk.place(OrderMother.of(walk.article(10), 1).by(BANK_TRANSFER));
        var owed = walk.payment(order).charged().amount();
        var deposit = deposit("ベツノ ヒト", owed, false);
        matching.confirm(deposit, List.of(new Allocation(order, Yen.of(owed))), "tester");
        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);

        walk.unmatch(order, deposit);

        assertThat(walk.status(order)).isEqualTo(OrderStatus.AWAITING_PAYMENT);
        walk.wave();
        assertThat(walk.status(order)).as("the goods do not leave").isEqualTo(OrderStatus.AWAITING_PAYMENT);
        walk.transfer(order, owed);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
        walk.allHolds();
    }

    private void paid(OrderNumber order, long amount) {
        matching.confirm(deposit("ヤマダ", amount, false), List.of(new Allocation(order, Yen.of(amount))), "tester");
    }

    @Test
    void aTransferDoesNotPayWhatTheCardOrTheCarrierBrings() {
        for (var order : List.of(
                walk.place(OrderMother.of(walk.article(10), 1).by(CREDIT_CARD)),
                walk.place(OrderMother.of(walk.article(10), 1)))) {
            var deposit = deposit("マチガイ", 3_210, false);

            assertThatThrownBy(() -> matching.confirm(deposit, List.of(new Allocation(order, Yen.of(3_210))), "tester"))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("other-method");
            assertThat(walk.payment(order).paid().amount()).isZero();
        }
    }

    @Test
    void afterAPartByTransferTheCardIsAskedForTheRest() {
        var order = partlyTransferredThenByCard();

        walk.answer(order, Outcome.AUTHORISED);

        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
        walk.wave();
        walk.ship(walk.parcel(order).number());
        walk.answer(order, Outcome.CAPTURED);
        assertThat(walk.payment(order).paid()).isEqualTo(walk.payment(order).charged());
        walk.allHolds();
    }

    @Test
    void cancelledBeforeTheCardIsAuthorisedBothPartsGoBackAndNothingIsLeftOver() {
        var order = partlyTransferredThenByCard();
        walk.cancel(order);

        walk.answer(order, Outcome.AUTHORISED);

        assertThat(walk.asked(order)).containsExactly("VOID");
        walk.answer(order, Outcome.VOIDED);
        onlyTheTransferIsGivenBack(order);
    }

    @Test
    void cancelledAfterTheCardIsAuthorisedBothPartsGoBackAndNothingIsLeftOver() {
        var order = partlyTransferredThenByCard();
        walk.answer(order, Outcome.AUTHORISED);
        walk.cancel(order);

        assertThat(walk.asked(order)).containsExactly("VOID");
        walk.answer(order, Outcome.VOIDED);
        onlyTheTransferIsGivenBack(order);
    }

    /** 3,000 yen have come by transfer, and the card has been asked for the rest. */
    private OrderNumber partlyTransferredThenByCard() {
        var order = walk.place(OrderMother.of(walk.article(10), 2).by(BANK_TRANSFER));
        paid(order, 3_000);
        walk.payByCard(order);
        assertThat(walk.askedAmount(order))
                .isEqualTo(walk.payment(order).charged().amount() - 3_000);
        return order;
    }

    private void onlyTheTransferIsGivenBack(OrderNumber order) {
        assertThat(walk.status(order)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(walk.asked(order)).isEmpty();
        assertThat(walk.task(order, "refund-due").reason().japanese()).contains("3,000円");
        walk.decide(order, "refund-due", "REFUNDED");
        assertThat(walk.payment(order).paid().amount()).isZero();
        assertThat(walk.tasks(order)).isEmpty();
        walk.allHolds();
    }

    @Test
    void aDateChangedWhileTheGatewayIsAwayIsOneAuthorisation() {
        var order = walk.place(OrderMother.of(walk.article(10), 2).by(CREDIT_CARD));
        walk.answer(order, Outcome.UNKNOWN);

        walk.deliverOn(order, LocalDate.of(2026, 12, 3));
        walk.deliverOn(order, LocalDate.of(2026, 12, 4));
        walk.answer(order, Outcome.AUTHORISED);

        assertThat(walk.everAsked(order)).containsOnlyOnce("AUTHORISE");
        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
        walk.allHolds();
    }

    @Test
    void whatTheBankTookBackPaysNothing() {
        var order = walk.place(OrderMother.of(walk.article(10), 1).by(BANK_TRANSFER));
        var owed = walk.payment(order).charged().amount();
        var kana = order + " トリケシ";
        recordDeposits.record("bank.txt", List.of(transfer(kana, owed, false), transfer(kana, owed, true)));

        assertThat(walk.payment(order).paid().amount()).as("in the same file").isZero();

        var later = deposit("アトデ " + UUID.randomUUID(), 4_321, false);
        assertThat(open("deposit-unmatched", later)).hasSize(1);
        recordDeposits.record(
                "bank2.txt", List.of(transfer(deposits.find(later).orElseThrow().remitterKana(), 4_321, true)));

        assertThat(deposits.find(later).orElseThrow().state()).isEqualTo(Deposit.State.REVERSED);
        assertThat(open("deposit-unmatched", later)).isEmpty();
        assertThatThrownBy(() -> matching.confirm(later, List.of(new Allocation(order, Yen.of(1))), "tester"))
                .hasMessageContaining("reversed");
        matching.matchAll("keiri");
        assertThat(walk.payment(order).paid().amount()).isZero();
        walk.allHolds();
    }

    @Test
    void aPersonLooksAtTheOrderWhoseMoneyTheBankTookBack() {
        var order = walk.place(OrderMother.of(walk.article(10), 1).by(BANK_TRANSFER));
        var owed = walk.payment(order).charged().amount();
        var kana = order + " モドシ";
        recordDeposits.record("bank.txt", List.of(transfer(kana, owed, false)));
        assertThat(walk.payment(order).paid().amount()).isEqualTo(owed);

        walk.bank(order, transfer(kana, owed, true));

        assertThat(walk.tasks(order)).contains("deposit-reversed");
        assertThat(walk.payment(order).paid().amount()).isZero();
        assertThat(walk.status(order)).isEqualTo(OrderStatus.AWAITING_PAYMENT);
        walk.wave();
        assertThat(walk.status(order)).as("the goods do not leave").isEqualTo(OrderStatus.AWAITING_PAYMENT);
        walk.transfer(order, owed);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
        walk.allHolds();
    }

    @Test
    void theWarehouseIsAskedForGoodsWhoseMoneyTheBankTookBackAfterHandOver() {
        var order = walk.place(OrderMother.of(walk.article(10), 1).by(BANK_TRANSFER));
        var owed = walk.payment(order).charged().amount();
        var kana = order + " モドシ";
        walk.bank(order, transfer(kana, owed, false));
        walk.wave();
        var shipment = walk.parcel(order).number();

        walk.bank(order, transfer(kana, owed, true));

        assertThat(walk.tasks(order)).contains("deposit-reversed");
        assertThat(walk.parcel(order).status()).isEqualTo(ShipmentStatus.CANCEL_PENDING);

        walk.answerCancel(shipment, CancelResult.CANCELLED);

        assertThat(walk.status(order)).as("unpaid, but not cancelled").isEqualTo(OrderStatus.AWAITING_PAYMENT);
        walk.wave();
        assertThat(walk.status(order)).isEqualTo(OrderStatus.AWAITING_PAYMENT);
        walk.transfer(order, owed);
        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
        walk.allHolds();
    }

    @Test
    void whatIsMissingFromAPaymentAtTheShopIsArrangedByAPerson() {
        var order = walk.place(OrderMother.of(walk.article(10), 1).atTheShop(ShopPayment.PAID));
        var paid = walk.payment(order).paid().amount();
        walk.change(order, 2);

        assertThat(walk.status(order)).isEqualTo(OrderStatus.AWAITING_PAYMENT);
        assertThat(walk.payment(order).status()).isEqualTo(PaymentStatus.PARTLY_PAID);
        assertThat(walk.payment(order).paid().amount()).isEqualTo(paid);
        assertThat(walk.task(order, "arrange-payment").reason().japanese()).contains("ショップ");

        walk.decide(order, "arrange-payment", "SECURED");

        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
        assertThat(walk.payment(order).status()).isEqualTo(PaymentStatus.PAID);
        walk.allHolds();
    }

    @Test
    void whatIsMissingFromAPaymentAtTheShopMayBeTransferred() {
        var order = walk.place(OrderMother.of(walk.article(10), 1).atTheShop(ShopPayment.PAID));
        walk.change(order, 2);

        walk.decide(order, "arrange-payment", "BANK_TRANSFER");

        assertThat(walk.status(order)).isEqualTo(OrderStatus.AWAITING_PAYMENT);
        walk.transfer(order, walk.payment(order).open().amount());
        assertThat(walk.status(order)).isEqualTo(OrderStatus.READY);
        walk.allHolds();
    }

    @Test
    void whatIsLeftOfAReducedOrderKeepsItsPartOfTheReduction() {
        var sku = walk.article(10);
        var order = walk.place(OrderMother.of(sku, 2).by(BANK_TRANSFER).reducedBy(1_000, 500));
        assertThat(walk.payment(order).charged().amount()).isEqualTo(5_500);
        walk.transfer(order, 5_500);
        walk.wave();
        walk.shipShort(walk.parcel(order).number(), 1);

        walk.decide(order, "shipment-short", "CANCEL_REST");

        assertThat(walk.payment(order).charged().amount()).isEqualTo(3_000 + 500 - 500);
        assertThat(walk.task(order, "refund-due").reason().japanese()).contains("2,500円");
        walk.allHolds();
    }

    /** 6,000 yen of goods and 500 of shipping less 1,000, half of the goods on its way and half waiting for stock. */
    private OrderNumber halfOnItsWay() {
        var order = walk.place(OrderMother.of(walk.article(10), 1)
                .to("別の人", CustomerMother.SAPPORO)
                .and(walk.article(0), 1)
                .by(BANK_TRANSFER)
                .reducedBy(1_000, 500));
        walk.transfer(order, 5_500);
        walk.wave();
        var parcel = walk.shipments.ofOrder(order).stream()
                .filter(shipment -> shipment.status() == ShipmentStatus.INSTRUCTED)
                .findFirst()
                .orElseThrow();
        walk.acknowledge(parcel.number(), true);
        walk.ship(parcel.number());
        walk.track(parcel.number(), TrackingEvent.Kind.REFUSED);
        return order;
    }

    @Test
    void everythingIsGivenBackWhereOneHalfIsRefusedAndThenTheOtherCancelled() {
        var order = halfOnItsWay();

        walk.decide(order, "delivery-trouble", "REFUND");
        assertThat(walk.payment(order).charged().amount()).isEqualTo(3_000 + 500 - 500);
        walk.decide(order, "refund-due", "REFUNDED");
        walk.cancel(order);
        theRestIsGivenBack(order);
    }

    @Test
    void everythingIsGivenBackWhereOneHalfIsCancelledAndThenTheOtherRefused() {
        var order = halfOnItsWay();

        walk.cancel(order);
        assertThat(walk.payment(order).charged().amount()).isEqualTo(3_000 + 500 - 500);
        walk.decide(order, "refund-due", "REFUNDED");
        walk.decide(order, "delivery-trouble", "REFUND");
        theRestIsGivenBack(order);
    }

    private void theRestIsGivenBack(OrderNumber order) {
        assertThat(walk.task(order, "refund-due").reason().japanese()).contains("3,000円");
        walk.decide(order, "refund-due", "REFUNDED");

        assertThat(walk.payment(order).charged().amount()).isZero();
        assertThat(walk.payment(order).paid().amount()).isZero();
        walk.allHolds();
    }

    @Test
    void goodsThatNobodyCountsAreShippedAfterOneOfThemCameBack() {
        var sku = walk.given.product(ProductMother.tea().uncounted());
        walk.receive(sku, 1);

        var order = walk.shipped(OrderMother.of(sku, 5));

        assertThat(walk.pieces(order)).containsExactly(0, 5, 0);
        assertThat(walk.onHand(sku)).isEqualTo(1);
        walk.allHolds();
    }

    private long deposit(String kana, long amount, boolean cancel) {
        var transfer = transfer(kana, amount, cancel);
        recordDeposits.record("bank.txt", List.of(transfer));
        return walk.jdbc
                .sql("select id from deposit where bank_reference = ?")
                .param(transfer.bankReference())
                .query(Long.class)
                .single();
    }

    private NewDeposit transfer(String kana, long amount, boolean cancel) {
        return new NewDeposit(UUID.randomUUID().toString(), clock.today(), Yen.of(amount), kana, null, 1, cancel);
    }

    private List<String> open(String type, long deposit) {
        return walk.jdbc
                .sql("select key from task where key = ? and state = 'OPEN'")
                .param(type + ":" + deposit)
                .query(String.class)
                .list();
    }
}
