package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.PaymentMother;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.MatchDeposits.Allocation;
import jp.otodoke.platform.mail.MailRequested;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.modulith.test.AssertablePublishedEvents;

/** 消込: which money belongs to which order, without doubt by itself and else by a person. */
@ModuleTest
class MatchDepositsTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
    private static final long TOTAL = 6550;
    private static final String REVERSED = "deposit-reversed";

    private final PaymentDesk desk;
    private final MatchDeposits matching;
    private final RecordDeposits recordDeposits;
    private final Deposits deposits;
    private final ReversedDepositTask reversedDeposit;

    @Autowired
    MatchDepositsTests(
            AutowireCapableBeanFactory beans,
            MatchDeposits matching,
            RecordDeposits recordDeposits,
            Deposits deposits,
            ReversedDepositTask reversedDeposit) {
        this.desk = beans.createBean(PaymentDesk.class);
        this.matching = matching;
        this.recordDeposits = recordDeposits;
        this.deposits = deposits;
        this.reversedDeposit = reversedDeposit;
    }

    @AfterEach
    void booksBalance() {
        desk.booksBalance();
    }

    @Test
    void theOrdersNumberWithItsExactAmountPaysTheOrder(AssertablePublishedEvents events) {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());

        desk.transfer(order, TOTAL);

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PAID);
        assertThat(events).contains(PaymentSecured.class).matching(new PaymentSecured(order)::equals);
        assertThat(events).contains(PaymentSettled.class).matching(new PaymentSettled(order)::equals);
    }

    @Test
    void theOrdersNumberWithAnotherAmountIsForAPerson() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());

        desk.transfer(order, TOTAL - 1);

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PENDING);
        assertThat(newest().state()).isEqualTo(Deposit.State.UNMATCHED);
    }

    @Test
    void theBuyersExactKanaWithTheExactAmountPaysTheOnlyOrderThatHasBoth() {
        var buyer = CustomerMother.unmistakable("振込", CustomerMother.TOKYO, true);
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer().from(buyer));

        desk.given.deposit(PaymentMother.transferBy(String.valueOf(buyer.kana()), TOTAL, DAY));

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void twoOrdersWithTheSameNameAndAmountAreForAPerson() {
        var buyer = CustomerMother.unmistakable("振込", CustomerMother.TOKYO, true);
        var one = desk.secured(OrderMother.twoTeas().paidByTransfer().from(buyer));
        var other = desk.secured(OrderMother.twoTeas().paidByTransfer().from(buyer));

        desk.given.deposit(PaymentMother.transferBy(String.valueOf(buyer.kana()), TOTAL, DAY));

        assertThat(desk.status(one)).isEqualTo(PaymentStatus.PENDING);
        assertThat(desk.status(other)).isEqualTo(PaymentStatus.PENDING);
    }

    @Test
    void theAmountAloneNeverPaysAnOrder() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());

        desk.given.deposit(PaymentMother.transferBy("ダレカ ベツノヒト", TOTAL, DAY));

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PENDING);
    }

    @Test
    void theSameRowOfTheBankIsOneDeposit() {
        var reported = PaymentMother.transferBy("ニド ホウコク", 777, DAY);

        assertThat(recordDeposits.record("bank.txt", List.of(reported))).isEqualTo(new DepositCounts(1, 0));
        assertThat(recordDeposits.record("bank.txt", List.of(reported))).isEqualTo(new DepositCounts(0, 1));
    }

    @Test
    void moneyThatCameBeforeItsOrderIsMatchedLater() {
        var buyer = CustomerMother.unmistakable("先払", CustomerMother.TOKYO, true);
        desk.given.deposit(PaymentMother.transferBy(String.valueOf(buyer.kana()), TOTAL, DAY));
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer().from(buyer));

        assertThat(matching.matchAll("keiri").matched()).isPositive();

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void aPersonMaySplitADepositAndTheRestStaysOpen() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());
        var id = unmatched(7000);

        var rest = matching.confirm(id, List.of(new Allocation(order, Yen.of(TOTAL))), "keiri");

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PAID);
        assertThat(rest.remaining()).isEqualTo(Yen.of(450));
        assertThat(rest.state()).isEqualTo(Deposit.State.UNMATCHED);
        assertThat(deposits.matchedTo(id))
                .containsExactly(new Deposits.Matched(ReceivableNumber.of(order), Yen.of(TOTAL), "keiri"));
    }

    @Test
    void aPartOfTheMoneyPaysAPartOfTheOrder() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());

        matching.confirm(unmatched(1000), List.of(new Allocation(order, Yen.of(1000))), "keiri");
        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PARTLY_PAID);
        assertThat(desk.payment(order).secured()).isFalse();

        matching.confirm(unmatched(TOTAL - 1000), List.of(new Allocation(order, Yen.of(TOTAL - 1000))), "keiri");
        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void whatAnOrderGetsTooMuchIsATaskToGiveItBack() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());

        matching.confirm(unmatched(7000), List.of(new Allocation(order, Yen.of(7000))), "keiri");

        assertThat(desk.payment(order).paid().amount()).isEqualTo(7000);
        assertThat(desk.tasks(order)).containsExactly("refund-due");
    }

    @Test
    void noMoreIsGivenAwayThanIsThere() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());

        refused(unmatched(1000), new Allocation(order, Yen.of(1001)), "allocations: too-much");
        refused(unmatched(1000), new Allocation(order, Yen.of(0)), "allocations: invalid");
    }

    @Test
    void onlyAnOrderThatIsPaidByTransferGetsATransfer() {
        var cash = desk.secured(OrderMother.twoTeas());

        refused(unmatched(1000), new Allocation(cash, Yen.of(1000)), "orderNumber: other-method");
        refused(unmatched(1000), new Allocation(OrderNumber.of("A99999999"), Yen.of(1000)), "orderNumber: unknown");
    }

    @Test
    void anInvoiceIsPaidByTransferToo() {
        var order = desk.secured(OrderMother.twoTeas().by(PaymentMethod.INVOICE));

        desk.transfer(order, TOTAL);

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void anUnknownDepositIsNotFound() {
        assertThatThrownBy(() -> matching.confirm(0, List.of(new Allocation(OrderNumber.of("A1"), Yen.of(1))), "keiri"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whatTheBankTakesBackBeforeItWasMatchedIsGone() {
        var reported = PaymentMother.transferBy("トリケシ サレル", 3210, DAY);
        desk.given.deposit(reported);
        var id = newest().id();

        desk.given.deposit(PaymentMother.reversalOf(reported));

        assertThat(deposits.find(id).orElseThrow().state()).isEqualTo(Deposit.State.REVERSED);
        assertThatThrownBy(() ->
                        matching.confirm(id, List.of(new Allocation(OrderNumber.of("A99999999"), Yen.of(1))), "keiri"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));
    }

    @Test
    void whatTheBankTakesBackAfterItWasMatchedIsUnpaidAgainAndLookedAtByAPerson(AssertablePublishedEvents events) {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());
        var reported = PaymentMother.transferFor(order, TOTAL, DAY);
        desk.given.deposit(reported);
        var id = newest().id();

        desk.given.deposit(PaymentMother.reversalOf(reported));

        assertThat(desk.tasks(order)).containsExactly("deposit-reversed");
        assertThat(desk.payment(order).paid()).isEqualTo(Yen.ZERO);
        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PENDING);
        assertThat(deposits.find(id).orElseThrow().state()).isEqualTo(Deposit.State.REVERSED);
        assertThat(deposits.matchedTo(id)).isEmpty();
        assertThat(events).contains(PaymentReversed.class).matching(new PaymentReversed(order)::equals);
    }

    @Test
    void whatTheBankTakesBackIsTakenFromEveryOrderThatItPaid() {
        var one = desk.secured(OrderMother.twoTeas().paidByTransfer());
        var other = desk.secured(OrderMother.twoTeas().paidByTransfer());
        var reported = PaymentMother.transferBy("フタツブン", TOTAL + 1000, DAY);
        desk.given.deposit(reported);
        matching.confirm(
                newest().id(),
                List.of(new Allocation(one, Yen.of(TOTAL)), new Allocation(other, Yen.of(1000))),
                "keiri");

        desk.given.deposit(PaymentMother.reversalOf(reported));

        assertThat(desk.payment(one).paid()).isEqualTo(Yen.ZERO);
        assertThat(desk.payment(other).paid()).isEqualTo(Yen.ZERO);
        assertThat(desk.tasks(one)).containsExactly("deposit-reversed");
        assertThat(desk.tasks(other)).containsExactly("deposit-reversed");
    }

    @Test
    void aReversalTakesBackTheDepositThatItsInquiryNumberNames() {
        var one = desk.secured(OrderMother.twoTeas().paidByTransfer());
        var other = desk.secured(OrderMother.twoTeas().paidByTransfer());
        desk.given.deposit(inquired("0001/000007", "オナジ ヒト " + one, false));
        desk.given.deposit(inquired("0001/000008", "オナジ ヒト " + other, false));

        desk.given.deposit(inquired("0001/000007", "オナジ ヒト", true));

        assertThat(desk.status(one)).isEqualTo(PaymentStatus.PENDING);
        assertThat(desk.status(other)).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void aCorrectionFindsItsDepositByItsInquiryNumberAloneWhateverItsName() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());
        desk.given.deposit(inquired("0001/00000009", order + " シケン", false));

        desk.given.deposit(inquired("0001/00000009", "テイセイ", true));

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PENDING);
    }

    @Test
    void aReversalOfADepositThatIsUnknownIsForAPerson() {
        desk.given.deposit(PaymentMother.reversalOf(PaymentMother.transferBy("シラナイ ヒト", 4242, DAY)));

        assertThat(desk.tasksAboutDeposit(newest().id())).containsExactly("deposit-reversed");
    }

    @Test
    void whatTheBankTakesBackNeedNotBeRefundedAnyMore() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());
        var reported = PaymentMother.transferFor(order, TOTAL, DAY);
        desk.given.deposit(reported);
        desk.cancel(order);
        assertThat(desk.tasks(order)).contains("refund-due");

        desk.given.deposit(PaymentMother.reversalOf(reported));

        assertThat(desk.tasks(order)).doesNotContain("refund-due");
    }

    @Test
    void aNumberAndANameThatPointToDifferentOrdersAreForAPersonWhoSeesBoth() {
        var one = orderOf("ケンサ スズイチ", "1129");
        var other = orderOf("ケンサ タナジ", "2001");

        desk.given.deposit(PaymentMother.transferBy("1129 ｹﾝｻ ﾀﾅｼﾞ", TOTAL, DAY));

        doubtful(one, other);
        matching.matchAll("keiri");
        desk.cancel(other);
        matching.matchAll("keiri");
        assertThat(desk.status(one)).as("in doubt for good").isEqualTo(PaymentStatus.PENDING);
    }

    @Test
    void ourOwnNumberOfAnotherOrderThanTheNamesIsForAPerson() {
        var one = orderOf("ケンサ スズサン", "1130");
        var other = orderOf("ケンサ タナゴ", "2002");

        desk.given.deposit(PaymentMother.transferBy(one + "ｹﾝｻ ﾀﾅｺﾞ", TOTAL, DAY));

        doubtful(one, other);
    }

    @Test
    void theEndOfATelephoneNumberIsNoNumberOfAnOrder() {
        var one = orderOf("ケンサ モモイチ", "1131");
        var other = orderOf("ケンサ カキジ", "2003");

        desk.given.deposit(PaymentMother.transferBy("ｹﾝｻ ｶｷｼﾞ TEL 1131", TOTAL, DAY));

        doubtful(one, other);
    }

    @Test
    void aDateBesideAStrangersNameIsNoNumberOfAnOrder() {
        var order = orderOf("ケンサ ヒイロ", "1201");

        desk.given.deposit(PaymentMother.transferBy("1201 ベツノ ヒト", TOTAL, DAY));

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PENDING);
        assertThat(desk.tasks(order)).contains("deposit-unmatched");
    }

    @Test
    void aShortNumberThatAgreesWithTheNamePaysTheOrder() {
        var order = orderOf("ケンサ アオイ", "1133");

        desk.given.deposit(PaymentMother.transferBy("ｹﾝｻ ｱｵｲ 1133", TOTAL, DAY));

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void aNumberChoosesAmongOrdersOfOneName() {
        var one = orderOf("ケンサ フタツ", "1134");
        var other = orderOf("ケンサ フタツ", "1135");

        desk.given.deposit(PaymentMother.transferBy("1135 ｹﾝｻ ﾌﾀﾂ", TOTAL, DAY));

        assertThat(desk.status(one)).isEqualTo(PaymentStatus.PENDING);
        assertThat(desk.status(other)).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void aLongShopNumberOfAnOrderOfAnotherAmountContradictsTheName() {
        var one = desk.secured(OrderMother.twoTeas()
                .paidByTransfer()
                .reducedBy(0, 1550)
                .from(CustomerMother.called("ケンサ スズロク", "ケンサ スズロク", null))
                .numbered("1136001"));
        var other = orderOf("ケンサ タナシチ", "2007");

        desk.given.deposit(PaymentMother.transferBy("1136001 ｹﾝｻ ﾀﾅｼﾁ", TOTAL, DAY));

        doubtful(one, other);
    }

    @Test
    void theNumberOfAnOrderThatIsPaidContradictsTheNameOfAnother() {
        var paid = orderOf("ケンサ スズハチ", "1137");
        desk.transfer(paid, TOTAL);
        var other = orderOf("ケンサ タナハチ", "2008");

        desk.given.deposit(PaymentMother.transferBy(paid + " ｹﾝｻ ﾀﾅﾊﾁ", TOTAL, DAY));

        assertThat(desk.payment(paid).paid()).isEqualTo(Yen.of(TOTAL));
        assertThat(desk.status(other)).isEqualTo(PaymentStatus.PENDING);
        assertThat(desk.tasks(other)).contains("deposit-unmatched");
    }

    @Test
    void aNumberContradictsALongerNameThatOnlyBeginsWithItsBuyers() {
        var one = orderOf("ケンサ タナク", "1138");
        var other = orderOf("ケンサ タナクロウ", "2009");

        desk.given.deposit(PaymentMother.transferBy("1138 ｹﾝｻ ﾀﾅｸﾛｳ", TOTAL, DAY));

        doubtful(one, other);
    }

    @Test
    void aDepositThatFitsNothingIsPaidBackOnce() {
        desk.given.deposit(PaymentMother.transferBy("ﾀﾞﾚﾃﾞﾓﾅｲ", 7_771, DAY));
        var deposit = newest().id();

        desk.decide(
                DepositSubject.of(deposit), "deposit-unmatched", "PAID_BACK", null, Map.of("transferReference", "T-1"));

        assertThat(newest().state()).isEqualTo(Deposit.State.REVERSED);
        assertThat(desk.tasksAboutDeposit(deposit)).isEmpty();
        assertThatThrownBy(() -> desk.payBackDeposit.payBack(deposit, "T-2")).isInstanceOf(Refusal.class);
        desk.booksBalance();
    }

    @Test
    void whoeverIsAskedAgainAfterAReversalGetsOneReminderWithANewDueDate(AssertablePublishedEvents events) {
        var order = reversed(OrderMother.twoTeas().paidByTransfer());
        var due = Objects.requireNonNull(desk.payment(order).dueBy());
        desk.clock.advance(Duration.ofDays(2));
        var task = desk.open(OrderSubject.of(order), REVERSED);
        assertThat(task.decisions()).containsExactly("ASK_AGAIN", "AGREED");
        assertThat(reversedDeposit.consequences(List.of(task), "ASK_AGAIN").japanese())
                .contains("6,550");

        desk.decide(order, REVERSED, "ASK_AGAIN");

        assertThat(desk.payment(order).dueBy()).isEqualTo(due.plusDays(2));
        assertThat(reminders(events, order)).hasSize(1);
        assertThat(desk.tasks(order)).isEmpty();
        assertThatThrownBy(() -> desk.complete(task, "ASK_AGAIN", null)).isInstanceOf(Refusal.class);
        assertThat(reminders(events, order)).hasSize(1);
    }

    @Test
    void aCustomerWithoutMailIsAskedAgainByAPerson() {
        var order = reversed(OrderMother.twoTeas().paidByTransfer().withoutMail());
        desk.clock.advance(Duration.ofDays(1));

        desk.decide(order, REVERSED, "ASK_AGAIN");

        assertThat(desk.tasks(order)).containsExactly("tell-customer");
    }

    @Test
    void whoOwesNothingByTransferAnyMoreIsNotAskedAgain(AssertablePublishedEvents events) {
        var paid = reversed(OrderMother.twoTeas().paidByTransfer());
        desk.transfer(paid, TOTAL);
        var cancelled = reversed(OrderMother.twoTeas().paidByTransfer());
        desk.cancel(cancelled);
        var otherwise = reversed(OrderMother.twoTeas().paidByTransfer());
        desk.payBy(otherwise, PaymentMethod.CASH_ON_DELIVERY);

        for (var order : List.of(paid, cancelled, otherwise)) {
            assertThatThrownBy(() -> desk.decide(order, REVERSED, "ASK_AGAIN"))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.words().japanese()).contains("何も送っていません"));
            assertThat(reminders(events, order)).isEmpty();
            assertThat(desk.tasks(order)).contains(REVERSED);
        }
    }

    @Test
    void whatElseIsAgreedAboutAReversalIsKeptAndNothingIsSent(AssertablePublishedEvents events) {
        var order = reversed(OrderMother.twoTeas().paidByTransfer());
        var task = desk.open(OrderSubject.of(order), REVERSED);
        assertThatThrownBy(() -> desk.complete(task, "AGREED", " ")).isInstanceOf(InvalidInput.class);

        desk.complete(task, "AGREED", "来週窓口で払うとのこと");

        assertThat(desk.tasks(order)).isEmpty();
        assertThat(reminders(events, order)).isEmpty();
    }

    @Test
    void aReversalThatLeftNoOrderUnpaidOffersNobodyToBeAsked() {
        desk.given.deposit(PaymentMother.reversalOf(PaymentMother.transferBy("シラナイ ヒト", 4243, DAY)));

        assertThat(desk.open(DepositSubject.of(newest().id()), REVERSED).decisions())
                .containsExactly("AGREED");
    }

    @Test
    void ofTwoShopsOrdersOfOneNumberAndAmountTheNameTellsWhichIsPaid() {
        var one = orderOf("ケンサ スズク", "1139");
        var other = desk.secured(ofShop("GENERIC", "ケンサ タナト", "1139"));

        desk.given.deposit(PaymentMother.transferBy("1139 ｹﾝｻ ﾀﾅﾄ", TOTAL, DAY));

        assertThat(desk.status(one)).isEqualTo(PaymentStatus.PENDING);
        assertThat(desk.status(other)).isEqualTo(PaymentStatus.PAID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1140", "1140 ﾍﾞﾂﾉ ﾋﾄ"})
    void ofTwoShopsOrdersOfOneNumberAndAmountNoneIsPaidWithoutItsName(String remitter) {
        var one = orderOf("ケンサ スズト", "1140");
        var other = desk.secured(ofShop("GENERIC", "ケンサ タナイ", "1140"));

        desk.given.deposit(PaymentMother.transferBy(remitter, TOTAL, DAY));

        doubtful(one, other);
    }

    @Test
    void aDepositWhoseReversalCameFirstPaysNothing() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());
        desk.given.deposit(inquired("0001/000010", order + " シケン", true));
        var reversal = newest().id();
        assertThat(desk.tasksAboutDeposit(reversal)).containsExactly("deposit-reversed");

        desk.given.deposit(inquired("0001/000010", order + " シケン", false));

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PENDING);
        assertThat(newest().state()).isEqualTo(Deposit.State.REVERSED);
        assertThat(desk.tasksAboutDeposit(reversal)).isEmpty();
    }

    @Test
    void aNumberThatTheBankUsesAgainAfterAReversalIsANewDeposit() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());
        desk.given.deposit(inquired("0001/000011", order + " シケン", false));
        desk.given.deposit(inquired("0001/000011", order + " シケン", true));

        desk.given.deposit(inquired("0001/000011", order + " シケン", false));

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void whatIsTakenBackInTheSameFilePaysNothingOnTheWay() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());
        var reported = PaymentMother.transferFor(order, TOTAL, DAY);

        desk.given.deposit(reported, PaymentMother.reversalOf(reported));

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PENDING);
    }

    /** An order that was paid until the bank took the money back. */
    private OrderNumber reversed(OrderMother mother) {
        var order = desk.secured(mother);
        var reported = PaymentMother.transferFor(order, TOTAL, DAY);
        desk.given.deposit(reported);
        desk.given.deposit(PaymentMother.reversalOf(reported));
        return order;
    }

    private static Iterable<MailRequested> reminders(AssertablePublishedEvents events, OrderNumber order) {
        return events.ofType(MailRequested.class)
                .matching(mail -> mail.template().equals("payment-reminder") && order.equals(mail.orderNumber()));
    }

    private OrderNumber orderOf(String kana, String shopNumber) {
        return desk.secured(ofShop("WEB", kana, shopNumber));
    }

    private static OrderMother ofShop(String shop, String kana, String shopNumber) {
        return OrderMother.twoTeas()
                .paidByTransfer()
                .from(CustomerMother.called(kana, kana, null))
                .through(shop)
                .numbered(shopNumber);
    }

    private void doubtful(OrderNumber one, OrderNumber other) {
        assertThat(desk.status(one)).isEqualTo(PaymentStatus.PENDING);
        assertThat(desk.status(other)).isEqualTo(PaymentStatus.PENDING);
        assertThat(desk.tasks(one)).contains("deposit-unmatched");
        assertThat(desk.tasks(other)).contains("deposit-unmatched");
    }

    private static NewDeposit inquired(String number, String remitter, boolean cancel) {
        return new NewDeposit(UUID.randomUUID().toString(), DAY, Yen.of(TOTAL), remitter, null, 1, cancel, number);
    }

    private long unmatched(long amount) {
        // Whom a person matches teaches: each has a name of his own.
        var payer = CustomerMother.unmistakable("不明", CustomerMother.TOKYO, false);
        desk.given.deposit(PaymentMother.transferBy("フメイ " + payer.kana(), amount, DAY));
        return newest().id();
    }

    private Deposit newest() {
        return deposits.list(null, "id,desc", 0, 1).get(0);
    }

    private void refused(long deposit, Allocation allocation, String problem) {
        assertThatThrownBy(() -> matching.confirm(deposit, List.of(allocation), "keiri"))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.problems())
                        .extracting((FieldProblem p) -> p.field() + ": " + p.code())
                        .containsExactly(problem));
        assertThat(deposits.matchedTo(deposit)).isEmpty();
    }
}
