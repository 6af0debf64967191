package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import jp.otodoke.ModuleTest;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.PaymentMother;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.SlipNotice.Kind;
import jp.otodoke.platform.mail.MailRequested;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.AssertablePublishedEvents;

/** コンビニ払込票: the slips of orders and other receivables, and what stores and the agency report about them. */
@ModuleTest
class SlipTests {
    private static final Instant NOON = Instant.parse("2026-11-26T03:00:00Z");
    private static final LocalDate TRANSFER = LocalDate.of(2026, 12, 8);

    private final PaymentDesk desk;
    private final PaymentSlips slips;
    private final ReissueSlip reissueSlip;
    private final RecordSlipNotices record;
    private final UnconfirmedSlips unconfirmed;
    private final ChargeReceivable chargeReceivable;
    private final OpenItems items;
    private final FindPaymentEntries entries;
    private final Deposits deposits;
    private final MatchDeposits matchDeposits;
    private final Tasks tasks;
    private final JdbcClient jdbc;

    @Autowired
    SlipTests(
            AutowireCapableBeanFactory beans,
            PaymentSlips slips,
            ReissueSlip reissueSlip,
            RecordSlipNotices record,
            UnconfirmedSlips unconfirmed,
            ChargeReceivable chargeReceivable,
            OpenItems items,
            FindPaymentEntries entries,
            Deposits deposits,
            MatchDeposits matchDeposits,
            Tasks tasks,
            JdbcClient jdbc) {
        this.desk = beans.createBean(PaymentDesk.class);
        this.slips = slips;
        this.reissueSlip = reissueSlip;
        this.record = record;
        this.unconfirmed = unconfirmed;
        this.chargeReceivable = chargeReceivable;
        this.items = items;
        this.entries = entries;
        this.deposits = deposits;
        this.matchDeposits = matchDeposits;
        this.tasks = tasks;
        this.jdbc = jdbc;
    }

    @AfterEach
    void booksBalance() {
        desk.booksBalance();
    }

    @Test
    void anOrderPaidAtAStoreGetsASlipForWhatItOwesUntilItsDay() {
        var order = asked();

        var slip = slip(order);

        assertThat(slip.amount()).isEqualTo(Yen.of(6550));
        assertThat(slip.dueDate()).isEqualTo(LocalDate.of(2026, 12, 6));
        assertThat(SlipBarcode.of(slip.barcode())).satisfies(barcode -> {
            assertThat(barcode.issuer()).isEqualTo(new SlipIssuer("929023", "25207"));
            assertThat(barcode.number()).isEqualTo(slip.number());
            assertThat(barcode.due()).isEqualTo(slip.dueDate());
            assertThat(barcode.amount()).isEqualTo(slip.amount());
            assertThat(barcode.stamp()).isFalse();
        });
        assertThat(entries.payments(order)).singleElement().satisfies(entry -> {
            assertThat(entry.status()).isEqualTo(PaymentEntry.Status.PENDING);
            assertThat(entry.method()).isEqualTo(PaymentMethod.CONVENIENCE_STORE);
            assertThat(entry.slip()).isEqualTo(slip);
        });
    }

    @Test
    void theCustomerIsToldThatTheSlipComes(AssertablePublishedEvents events) {
        var order = asked();

        assertThat(events.ofType(MailRequested.class)
                        .matching(mail -> order.equals(mail.orderNumber())
                                && mail.template().equals("payment-request")))
                .singleElement()
                .satisfies(mail -> assertThat(mail.values().get("slip"))
                        .contains(slip(order).number().value(), "郵送"));
    }

    @Test
    void whoPaysInAnotherWayGetsNone() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());

        assertThat(slips.current(ReceivableNumber.of(order))).isEmpty();
    }

    @Test
    void askingAgainOnTheSameDayIsTheSameSlip() {
        var order = asked();
        var first = slip(order);

        desk.secure.secure(order);

        assertThat(slip(order)).isEqualTo(first);
    }

    @Test
    void anotherAmountIsAnotherIssueOfTheSlip() {
        var order = asked();
        var first = slip(order);
        desk.changeTo(order, 3);

        desk.secure.secure(order);

        var second = slip(order);
        assertThat(second.amount()).isEqualTo(desk.payment(order).open());
        assertThat(second.number()).isEqualTo(first.number().reissued().orElseThrow());
        assertThat(slips.find(first.number()).orElseThrow().replacedAt()).isNotNull();
    }

    @Test
    void aPersonIssuesASlipAgainWithANewTerm() {
        var order = asked();
        var first = slip(order);
        desk.clock.advance(Duration.ofDays(5));

        var second = reissueSlip.reissue(order);

        assertThat(second.dueDate()).isEqualTo(LocalDate.of(2026, 12, 11));
        assertThat(desk.payment(order).dueBy()).isEqualTo(second.dueDate());
        assertThat(second.number().value())
                .endsWith("1")
                .startsWith(first.number().value().substring(0, 16));
        assertThat(slip(order)).isEqualTo(second);
    }

    @Test
    void theTenthReissueHasANumberOfItsOwn() {
        var order = asked();
        var first = slip(order);

        for (int i = 0; i < 9; i++) {
            reissueSlip.reissue(order);
        }
        assertThat(slip(order).number().value())
                .isEqualTo(first.number().value().substring(0, 16) + "9");
        var tenth = reissueSlip.reissue(order);

        assertThat(tenth.number().value()).endsWith("0");
        assertThat(tenth.number().compareTo(first.number())).isPositive();
    }

    @Test
    void thereIsNoSlipForWhatIsPaidOtherwiseOrPaidOrUnknown() {
        var byTransfer = desk.secured(OrderMother.twoTeas().paidByTransfer());
        var paid = asked();
        report(paid, Kind.PRELIMINARY);

        assertThatThrownBy(() -> reissueSlip.reissue(byTransfer)).satisfies(no -> kind(no, Refusal.Kind.CONFLICT));
        assertThatThrownBy(() -> reissueSlip.reissue(paid)).satisfies(no -> kind(no, Refusal.Kind.CONFLICT));
        assertThatThrownBy(() -> reissueSlip.reissue(OrderNumber.of("A99999999")))
                .satisfies(no -> kind(no, Refusal.Kind.NOT_FOUND));
        assertThatThrownBy(() -> reissueSlip.reissue(ReceivableNumber.of("F99999999")))
                .satisfies(no -> kind(no, Refusal.Kind.NOT_FOUND));
    }

    @Test
    void storesTakeNoMoreThanThreeHundredThousandYen() {
        var due = due(300_001);

        assertThatThrownBy(() -> reissueSlip.reissue(due)).satisfies(no -> kind(no, Refusal.Kind.CONFLICT));
    }

    @Test
    void aPersonDecidesAboutAnOrderThatOwesMoreThanAStoreTakes() {
        var order = asked();
        desk.changeTo(order, 120);
        desk.secure.secure(order);
        assertThat(slips.toPay(ReceivableNumber.of(order)))
                .as("the slip of another amount")
                .isEmpty();
        assertThat(desk.tasks(order)).contains("slip-too-large");

        desk.decide(order, "slip-too-large", "BANK_TRANSFER");

        assertThat(desk.payment(order).method()).isEqualTo(PaymentMethod.BANK_TRANSFER);
        assertThat(desk.tasks(order)).doesNotContain("slip-too-large");
    }

    @Test
    void whatIsNotTooMuchAnyMoreNeedsNoDecision() {
        var order = asked();
        desk.changeTo(order, 120);
        desk.secure.secure(order);

        desk.changeTo(order, 3);
        desk.secure.secure(order);

        assertThat(desk.tasks(order)).doesNotContain("slip-too-large");
        assertThat(slip(order).amount()).isEqualTo(desk.payment(order).open());
    }

    @Test
    void aReceiptOfFiftyThousandYenWithoutTaxNeedsAStamp() {
        assertThat(SlipBarcode.of(reissueSlip.reissue(due(55_000)).barcode()).stamp())
                .isTrue();
        assertThat(SlipBarcode.of(reissueSlip.reissue(due(54_990)).barcode()).stamp())
                .isFalse();
    }

    @Test
    void aPreliminaryNoticeSecuresTheOrderAndTheMoneyLiesAtTheAgency(AssertablePublishedEvents events) {
        var order = asked();

        assertThat(report(order, Kind.PRELIMINARY)).isEqualTo(1);

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PAID);
        assertThat(desk.payment(order).secured()).isTrue();
        assertThat(events).contains(PaymentSecured.class).matching(new PaymentSecured(order)::equals);
        assertThat(atTheAgency(order)).isEqualTo(6550);
        assertThat(entries.payments(order)).singleElement().satisfies(entry -> {
            assertThat(entry.status()).isEqualTo(PaymentEntry.Status.PAID);
            assertThat(entry.method()).isEqualTo(PaymentMethod.CONVENIENCE_STORE);
            assertThat(entry.reference()).isEqualTo(slip(order).number().value());
        });
    }

    @Test
    void theConfirmationBooksNothingTwice() {
        var order = asked();
        report(order, Kind.PRELIMINARY);

        report(order, Kind.FINAL);
        assertThat(report(order, Kind.FINAL)).isZero();
        assertThat(report(order, Kind.PRELIMINARY)).isZero();

        assertThat(desk.payment(order).paid()).isEqualTo(Yen.of(6550));
        assertThat(atTheAgency(order)).isEqualTo(6550);
        assertThat(state(order)).isEqualTo("CONFIRMED");
        assertThat(jdbc.sql("select transfer_on from slip_receipt where receivable = ?")
                        .param(order.value())
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(TRANSFER);
    }

    @Test
    void aWithdrawalTakesThePreliminaryPaymentBack(AssertablePublishedEvents events) {
        var order = asked();
        report(order, Kind.PRELIMINARY);

        report(order, Kind.WITHDRAWN);

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PENDING);
        assertThat(events).contains(PaymentReversed.class).matching(new PaymentReversed(order)::equals);
        assertThat(atTheAgency(order)).isZero();
        assertThat(entries.payments(order))
                .extracting(PaymentEntry::status)
                .containsExactlyInAnyOrder(PaymentEntry.Status.REVERSED, PaymentEntry.Status.PENDING);
        assertThat(desk.tasks(order)).doesNotContain("slip-withdrawn");
    }

    @Test
    void aWithdrawalThatComesFirstLeavesTheOrderUnpaid() {
        var order = asked();

        report(order, Kind.WITHDRAWN);
        report(order, Kind.PRELIMINARY);

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PENDING);
        assertThat(atTheAgency(order)).isZero();
    }

    /** The same notices, each once or more, in any order, about two payments of two slips of one order. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void theEndDependsOnTheNoticesAndNotOnTheirOrder(long seed) {
        var random = new Random(seed);
        var kinds =
                Stream.of(Kind.values()).filter(kind -> random.nextBoolean()).toList();
        var others =
                Stream.of(Kind.values()).filter(kind -> random.nextBoolean()).toList();

        var ends = Stream.generate(() -> played(kinds, others, random)).limit(4).toList();

        assertThat(ends).allSatisfy(end -> assertThat(end).isEqualTo(ends.get(0)));
    }

    private End played(List<Kind> kinds, List<Kind> others, Random random) {
        var order = asked();
        var first = slip(order).number();
        var second = reissueSlip.reissue(order).number();
        var notices = new ArrayList<SlipNotice>();
        for (int time = 0; time < 2; time++) {
            kinds.forEach(kind -> notices.add(notice(kind, first, NOON, 6550)));
            others.forEach(kind -> notices.add(notice(kind, second, NOON.plusSeconds(60), 6550 + kind.ordinal())));
        }
        Collections.shuffle(notices, random);
        notices.forEach(notice -> record.record("shuffled.csv", List.of(notice)));
        var refund = desk.tasks(order).contains("refund-due");
        return new End(desk.payment(order).paid(), desk.status(order), atTheAgency(order), refund);
    }

    private record End(Yen paid, PaymentStatus status, long atTheAgency, boolean refund) {}

    @Test
    void whoPaysBothSlipsGetsOneBack() {
        var order = asked();
        var first = slip(order).number();
        var second = reissueSlip.reissue(order).number();

        record.record("a.csv", List.of(notice(Kind.PRELIMINARY, first, NOON, 6550)));
        record.record("a.csv", List.of(notice(Kind.PRELIMINARY, second, NOON.plusSeconds(600), 6550)));

        assertThat(desk.payment(order).excess()).isEqualTo(Yen.of(6550));
        assertThat(desk.open(OrderSubject.of(order), "refund-due").reason().japanese())
                .contains("6,550円");
        desk.decide(order, "refund-due", "REFUNDED");
        assertThat(desk.payment(order).excess()).isEqualTo(Yen.ZERO);
    }

    @Test
    void theSecondSlipTakenBackNeedsNoRefund() {
        var order = asked();
        var first = slip(order).number();
        var second = reissueSlip.reissue(order).number();
        record.record("a.csv", List.of(notice(Kind.PRELIMINARY, first, NOON, 6550)));
        record.record("a.csv", List.of(notice(Kind.PRELIMINARY, second, NOON.plusSeconds(600), 6550)));

        record.record("b.csv", List.of(notice(Kind.WITHDRAWN, second, NOON.plusSeconds(600), 6550)));

        assertThat(desk.tasks(order)).doesNotContain("refund-due");
        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PAID);
    }

    @ParameterizedTest
    @ValueSource(longs = {6000, 7000})
    void whatWasPaidIsBookedWhateverTheSlipAsksFor(long paid) {
        var order = asked();

        record.record("a.csv", List.of(notice(Kind.PRELIMINARY, slip(order).number(), NOON, paid)));

        assertThat(desk.payment(order).paid()).isEqualTo(Yen.of(paid));
        assertThat(desk.status(order)).isEqualTo(paid < 6550 ? PaymentStatus.PARTLY_PAID : PaymentStatus.PAID);
        assertThat(desk.tasks(order).contains("refund-due")).isEqualTo(paid > 6550);
    }

    @Test
    void theCorrectedAmountOfAPostOfficeReplacesTheFirst() {
        var order = asked();
        var slip = slip(order).number();
        record.record("a.csv", List.of(notice(Kind.POSTAL, slip, NOON, 6000)));

        record.record("b.csv", List.of(notice(Kind.POSTAL_CORRECTED, slip, NOON, 6550)));

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PAID);
        assertThat(atTheAgency(order)).isEqualTo(6550);
    }

    @Test
    void theSameNoticeWithAnotherAmountIsRefused() {
        var order = asked();
        report(order, Kind.PRELIMINARY);

        assertThatThrownBy(() -> record.record(
                        "b.csv", List.of(notice(Kind.PRELIMINARY, slip(order).number(), NOON, 6551))))
                .isInstanceOfSatisfying(InvalidInput.class, wrong -> assertThat(wrong.problems())
                        .extracting("field", "code")
                        .containsExactly(tuple("amount", "differs")));
        assertThat(desk.payment(order).paid()).isEqualTo(Yen.of(6550));
    }

    @Test
    void moneyThatComesAfterAllIsGivenBackWhenTheOrderIsCancelled() {
        var order = asked();
        var slip = slip(order).number();
        desk.cancel(order);

        record.record("a.csv", List.of(notice(Kind.FINAL, slip, NOON, 6550)));

        assertThat(desk.tasks(order)).contains("refund-due");
    }

    @Test
    void whatWasGivenBackAndThenTakenBackIsForAPerson() {
        var order = asked();
        var slip = slip(order).number();
        report(order, Kind.PRELIMINARY);
        desk.cancel(order);
        desk.decide(order, "refund-due", "REFUNDED");

        record.record("a.csv", List.of(notice(Kind.WITHDRAWN, slip, NOON, 6550)));

        assertThat(desk.tasks(order)).contains("slip-withdrawn");
        assertThat(desk.payment(order).open()).isEqualTo(Yen.of(6550));
    }

    @Test
    void ordersThatOneFileOfTheBankPaysNeedNoDecisionAboutTheirSlips() {
        var large = asked();
        desk.changeTo(large, 120);
        desk.secure.secure(large);
        assertThat(desk.tasks(large)).contains("slip-too-large");
        var withdrawn = asked();
        var slip = slip(withdrawn).number();
        report(withdrawn, Kind.PRELIMINARY);
        desk.cancel(withdrawn);
        desk.decide(withdrawn, "refund-due", "REFUNDED");
        record.record("a.csv", List.of(notice(Kind.WITHDRAWN, slip, NOON, 6550)));
        assertThat(desk.tasks(withdrawn)).contains("slip-withdrawn");

        desk.given.deposit(
                PaymentMother.transferFor(large, desk.payment(large).open().amount(), desk.business.today()),
                PaymentMother.transferFor(withdrawn, 6550, desk.business.today()));

        assertThat(desk.payment(large).open()).isEqualTo(Yen.ZERO);
        assertThat(desk.payment(withdrawn).open()).isEqualTo(Yen.ZERO);
        assertThat(desk.tasks(large)).doesNotContain("slip-too-large");
        assertThat(desk.tasks(withdrawn)).doesNotContain("slip-withdrawn");
    }

    @Test
    void theMoneyOfAnUnknownSlipWaitsForAPersonWhoFindsWhatItPays() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());
        record.record("a.csv", List.of(notice(Kind.PRELIMINARY, unknown(), NOON, 6550)));

        var deposit = newest();
        assertThat(deposit.state()).isEqualTo(Deposit.State.UNMATCHED);
        assertThat(desk.tasksAboutDeposit(deposit.id())).containsExactly("deposit-unmatched");
        matchDeposits.matchAll("tester");
        assertThat(newest().state()).isEqualTo(Deposit.State.UNMATCHED);

        matchDeposits.confirm(
                deposit.id(),
                List.of(new MatchDeposits.Allocation(ReceivableNumber.of(order), Yen.of(6550))),
                "tester");

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void anUnknownSlipTakenBackLeavesWhatItPaidUnpaid() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());
        var slip = unknown();
        record.record("a.csv", List.of(notice(Kind.PRELIMINARY, slip, NOON, 6550)));
        matchDeposits.confirm(
                newest().id(),
                List.of(new MatchDeposits.Allocation(ReceivableNumber.of(order), Yen.of(6550))),
                "tester");

        record.record("b.csv", List.of(notice(Kind.WITHDRAWN, slip, NOON, 6550)));

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PENDING);
        assertThat(newest().state()).isEqualTo(Deposit.State.REVERSED);
    }

    @Test
    void aDueIsPaidByASlipAndWhatIsPaidTwiceIsGivenBack() {
        var due = due(3300);
        var first = reissueSlip.reissue(due);
        var second = reissueSlip.reissue(due);
        assertThat(first.dueDate()).isEqualTo(LocalDate.of(2026, 12, 27));

        record.record("a.csv", List.of(notice(Kind.FINAL, first.number(), NOON, 3300)));
        assertThat(items.find(due).orElseThrow().status()).isEqualTo(PaymentStatus.PAID);
        assertThat(tasks.about(SlipSubject.of(first.number()))).isEmpty();

        record.record("a.csv", List.of(notice(Kind.FINAL, second.number(), NOON.plusSeconds(60), 3300)));
        desk.decide(SlipSubject.of(second.number()), "slip-overpaid", "REFUNDED", null, Map.of());

        assertThat(items.find(due).orElseThrow().open()).isEqualTo(Yen.ZERO);
    }

    @Test
    void aPersonAsksTheAgencyWhereNoConfirmationComes() {
        var order = asked();
        report(order, Kind.PRELIMINARY);
        var about = SlipSubject.of(slip(order).number());
        lookAfter(Duration.ofDays(9));
        assertThat(tasks.about(about)).isEmpty();

        lookAfter(Duration.ofDays(2));
        assertThat(tasks.about(about)).extracting(OpenTask::type).containsExactly("slip-unconfirmed");
        desk.decide(about, "slip-unconfirmed", "WAIT", "来週まで待つとのこと", Map.of());
        lookAfter(Duration.ofDays(1));
        assertThat(tasks.about(about)).isEmpty();

        lookAfter(Duration.ofDays(10));
        desk.decide(about, "slip-unconfirmed", "TAKEN_BACK", "代行会社に電話で確認", Map.of());
        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PENDING);
        assertThat(state(order)).isEqualTo("WITHDRAWN");
    }

    @Test
    void aPersonConfirmsWhatTheAgencyHasSaid() {
        var order = asked();
        report(order, Kind.PRELIMINARY);
        lookAfter(Duration.ofDays(11));

        desk.decide(SlipSubject.of(slip(order).number()), "slip-unconfirmed", "CONFIRMED", "管理画面で確認", Map.of());

        assertThat(state(order)).isEqualTo("CONFIRMED");
        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PAID);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"FINAL", "WITHDRAWN"})
    void nobodyIsAskedAnyMoreOnceTheAgencyHasSaidIt(Kind said) {
        var order = asked();
        var slip = slip(order).number();
        report(order, Kind.PRELIMINARY);
        lookAfter(Duration.ofDays(11));
        assertThat(tasks.about(SlipSubject.of(slip))).isNotEmpty();

        record.record("late.csv", List.of(notice(said, slip, NOON, 6550)));

        assertThat(tasks.about(SlipSubject.of(slip))).isEmpty();
    }

    @Test
    void theAgencyTransfersWhatItHoldsLessItsFee() {
        var order = asked();
        report(order, Kind.FINAL);
        var held = held();
        desk.given.deposit(PaymentMother.transferBy("デンサンシステム", 6220, LocalDate.of(2026, 12, 8)));
        var deposit = newest().id();

        desk.decide(DepositSubject.of(deposit), "deposit-unmatched", "FROM_AGENCY", null, Map.of("agencyFee", "330"));

        assertThat(held()).isEqualTo(held - 6550);
        assertThat(newest().state()).isEqualTo(Deposit.State.MATCHED);
        assertThat(newest().remaining()).isEqualTo(Yen.ZERO);
    }

    @Test
    void noMoreThanTheAgencyHoldsIsItsTransfer() {
        desk.given.deposit(PaymentMother.transferBy("デンサンシステム", 99_000_000, LocalDate.of(2026, 12, 8)));
        var about = DepositSubject.of(newest().id());

        assertThatThrownBy(() -> desk.decide(about, "deposit-unmatched", "FROM_AGENCY", null, Map.of("agencyFee", "0")))
                .satisfies(no -> kind(no, Refusal.Kind.CONFLICT));
        assertThat(newest().state()).isEqualTo(Deposit.State.UNMATCHED);
    }

    private long held() {
        return jdbc.sql("select coalesce(sum(amount), 0) from ledger_entry where account = 'CONVENIENCE_AGENCY'")
                .query(Long.class)
                .single();
    }

    private void lookAfter(Duration time) {
        desk.clock.advance(time);
        unconfirmed.run();
    }

    private OrderNumber asked() {
        return desk.secured(OrderMother.twoTeas().by(PaymentMethod.CONVENIENCE_STORE));
    }

    private PaymentSlip slip(OrderNumber order) {
        return slips.current(ReceivableNumber.of(order)).orElseThrow();
    }

    private ReceivableNumber due(long amount) {
        var customer = desk.given.customer(CustomerMother.unmistakable("会員", CustomerMother.TOKYO, false));
        return chargeReceivable.charge(
                new NewReceivable(customer, ReceivableKind.DUE, Yen.of(amount), 10, LocalDate.of(2026, 12, 27)));
    }

    private int report(OrderNumber order, Kind kind) {
        return record.record("dsk.csv", List.of(notice(kind, slip(order).number(), NOON, 6550)));
    }

    private static SlipNotice notice(Kind kind, SlipNumber slip, Instant paidAt, long amount) {
        return new SlipNotice(kind, slip, paidAt, Yen.of(amount), "セブン－イレブン", TRANSFER, 2);
    }

    private static SlipNumber unknown() {
        return SlipNumber.of("9" + "%016d".formatted(Math.abs(new Random().nextLong()) % 10_000_000_000_000_000L));
    }

    private Deposit newest() {
        return deposits.list(null, "id,desc", 0, 1).get(0);
    }

    private long atTheAgency(OrderNumber order) {
        return jdbc.sql(
                        """
                        select coalesce(sum(amount), 0) from ledger_entry where account = 'CONVENIENCE_AGENCY' and receivable = ?
                        """)
                .param(order.value())
                .query(Long.class)
                .single();
    }

    private String state(OrderNumber order) {
        return jdbc.sql("select state from slip_receipt where receivable = ?")
                .param(order.value())
                .query(String.class)
                .single();
    }

    private static void kind(Throwable thrown, Refusal.Kind kind) {
        assertThat(thrown).isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.kind())
                .isEqualTo(kind));
    }
}
