package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import jp.otodoke.ModuleTest;
import jp.otodoke.TestClock;
import jp.otodoke.mothers.PaymentMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.payments.MatchDeposits.Allocation;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 締めと請求書: what was sold on account becomes one statement, and is paid by it. */
@ModuleTest
class StatementTests {
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 20);
    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 20);

    private final PaymentDesk desk;
    private final AccountDesk account;

    @Autowired
    CloseAccounts closeAccounts;

    @Autowired
    CancelStatement cancelStatement;

    @Autowired
    AllocateToStatement allocateToStatement;

    @Autowired
    MatchStatements matchStatements;

    @Autowired
    MatchChosenClaims matchChosenClaims;

    @Autowired
    RemitterAliases aliases;

    @Autowired
    Ledger ledger;

    @Autowired
    MatchDeposits matching;

    @Autowired
    Deposits deposits;

    @Autowired
    Payments payments;

    @Autowired
    TestClock clock;

    @Autowired
    StatementTests(AutowireCapableBeanFactory beans) {
        this.desk = beans.createBean(PaymentDesk.class);
        this.account = beans.createBean(AccountDesk.class);
    }

    @BeforeEach
    void inNovember() {
        clock.set("2026-11-10T10:00:00+09:00");
    }

    @AfterEach
    void booksBalance() {
        clock.set("2027-02-26T10:00:00+09:00");
        desk.booksBalance();
        clock.set("2026-11-26T10:00:00+09:00");
    }

    @Test
    void whatWasShippedUntilTheClosingIsOnOneStatement() {
        var firm = account.firm(1_000_000);
        var first = account.shipped(firm, 2);
        var second = account.shipped(firm, 1);
        account.ordered(firm, 5);
        clock.set("2026-11-21T01:00:00+09:00");
        var later = account.shipped(firm, 4);

        var sheet = account.close(firm, NOVEMBER);

        assertThat(sheet.lines())
                .extracting(Statement.Line::order, Statement.Line::taxRate, line -> line.amount()
                        .amount())
                .containsExactlyInAnyOrder(
                        tuple(ReceivableNumber.of(first), 8, 6000L),
                        tuple(ReceivableNumber.of(first), 10, 550L),
                        tuple(ReceivableNumber.of(second), 8, 3000L),
                        tuple(ReceivableNumber.of(second), 10, 550L));
        assertThat(sheet.statement().total()).isEqualTo(Yen.of(10_100));
        assertThat(sheet.statement().dueDate()).isEqualTo(LocalDate.of(2027, 1, 4));
        assertThat(desk.payment(first).dueBy()).isEqualTo(LocalDate.of(2027, 1, 4));
        assertThat(desk.payment(later).dueBy()).isNull();
    }

    @Test
    void taxIsRoundedOnceForEachRateOfTheStatement() {
        var firm = account.firm(1_000_000);
        var tea = ProductMother.tea().costing(105);
        for (int n = 0; n < 3; n++) {
            account.ship(account.ordered(firm, tea, 1), 1);
        }

        var sheet = account.close(firm, desk.business.today());

        assertThat(sheet.rates())
                .extracting(Statement.Rate::taxRate, rate -> rate.amount().amount(), rate -> rate.tax()
                        .amount())
                .containsExactly(tuple(8, 315L, 23L), tuple(10, 1650L, 150L));
        assertThat(posted("statement-tax:" + sheet.statement().number() + ":8", "OUTPUT_TAX"))
                .as("three times 7 was booked with the orders")
                .isEqualTo(-2);
    }

    @Test
    void whatComesBackLaterIsOnTheNextStatementWithWhatIsCarriedForward() {
        var firm = account.firm(1_000_000);
        var order = account.shipped(firm, 3);
        var first = account.close(firm, today()).statement();
        clock.set("2026-12-05T10:00:00+09:00");
        account.takeBack(order, 1);
        account.shipped(firm, 1);
        clock.set("2026-12-21T01:00:00+09:00");

        var sheet = account.close(firm, DECEMBER);
        var second = sheet.statement();

        assertThat(first.total()).isEqualTo(Yen.of(9_550));
        assertThat(sheet.lines())
                .extracting(line -> line.amount().amount())
                .containsExactlyInAnyOrder(-3000L, 3000L, 550L);
        assertThat(second.previous()).isEqualTo(Yen.of(9_550));
        assertThat(second.received()).isEqualTo(Yen.ZERO);
        assertThat(second.carried()).isEqualTo(Yen.of(9_550));
        assertThat(second.total()).isEqualTo(Yen.of(10_100));
    }

    @Test
    void whatArrivedSinceTheLastStatementIsTakenOff() {
        var firm = account.firm(1_000_000);
        account.shipped(firm, 3);
        var first = account.close(firm, today()).statement();
        pay(first, 9_550);
        account.shipped(firm, 1);
        clock.set("2026-12-21T01:00:00+09:00");

        var second = account.close(firm, DECEMBER).statement();

        assertThat(second.received()).isEqualTo(Yen.of(9_550));
        assertThat(second.total()).isEqualTo(Yen.of(3_550));
        assertThat(account.statement(first.number()).state()).isEqualTo(Statement.State.PAID);
    }

    @Test
    void aDepositForAStatementPaysTheOldestFirst() {
        var firm = account.firm(1_000_000);
        var old = account.shipped(firm, 1);
        account.close(firm, today());
        clock.set("2026-12-01T10:00:00+09:00");
        var next = account.shipped(firm, 2);
        clock.set("2026-12-21T01:00:00+09:00");
        var statement = account.close(firm, DECEMBER).statement();

        pay(statement, 4_000);

        assertThat(desk.status(old)).isEqualTo(PaymentStatus.PAID);
        assertThat(desk.payment(next).paid()).isEqualTo(Yen.of(450));
        assertThatThrownBy(() -> allocateToStatement.spread(asked(statement, 7_000)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("too-much");
    }

    @Test
    void aTransferOfTheWholeSumIsMatchedByTheNumberOfTheStatement() {
        var firm = account.firm(1_000_000);
        var one = account.shipped(firm, 1);
        var other = account.shipped(firm, 2);
        var statement = account.close(firm, today()).statement();
        desk.given.deposit(PaymentMother.transferBy(statement.number() + " シヨウジ", 10_100, desk.business.today()));

        matchStatements.match();

        assertThat(List.of(desk.status(one), desk.status(other))).containsOnly(PaymentStatus.PAID);
        assertThat(account.statement(statement.number()).state()).isEqualTo(Statement.State.PAID);
    }

    @Test
    void aTransferUnderTheCustomersNamePaysTheStatementAlthoughOnlyItsSumIsProposed() {
        var firm = account.firm(1_000_000);
        var one = account.shipped(firm, 1);
        var other = account.shipped(firm, 2);
        account.close(firm, today());
        transfer(kana(firm), 10_100);
        assertThat(newest().state()).isEqualTo(Deposit.State.PROPOSED);

        matchStatements.match();

        assertThat(List.of(desk.status(one), desk.status(other))).containsOnly(PaymentStatus.PAID);
        assertThat(newest().state()).isEqualTo(Deposit.State.MATCHED);
    }

    @Test
    void whatNoPersonHasConfirmedTeachesNoName() {
        var firm = account.firm(1_000_000);
        account.shipped(firm, 1);
        account.shipped(firm, 2);
        var statement = account.close(firm, today()).statement();
        transfer(statement.number() + " ベツノヒト", 10_100);

        matchStatements.match();

        assertThat(newest().state()).isEqualTo(Deposit.State.MATCHED);
        assertThat(aliases.list(null, 1_000))
                .extracting(RemitterAliases.Alias::customerNumber)
                .doesNotContain(firm);
    }

    @Test
    void aStatementThatIsPaidTwiceKeepsNoOtherFromBeingPaid() {
        var firm = account.firm(1_000_000);
        account.shipped(firm, 1);
        account.shipped(firm, 2);
        var twice = account.close(firm, today()).statement();
        transfer(twice.number().value(), 10_100);
        transfer(twice.number().value(), 10_100);
        var second = newest().id();
        var otherFirm = account.firm(1_000_000);
        var order = account.shipped(otherFirm, 3);
        var other = account.close(otherFirm, today()).statement();
        transfer(other.number().value(), 9_550);

        matchStatements.match();

        assertThat(account.statement(twice.number()).state()).isEqualTo(Statement.State.PAID);
        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PAID);
        assertThat(deposits.find(second).orElseThrow().remaining()).isEqualTo(Yen.of(10_100));
        desk.payBackDeposit.payBack(second, "A1");
    }

    @Test
    void aStatementThatAPersonHasChosenIsPaid() {
        var firm = account.firm(1_000_000);
        var one = account.shipped(firm, 1);
        var other = account.shipped(firm, 2);
        var statement = account.close(firm, today()).statement();
        transfer("ダレカ サン", 10_100);

        matchChosenClaims.match(newest().id(), List.of(receivable(statement)), false, "keiri");

        assertThat(List.of(desk.status(one), desk.status(other))).containsOnly(PaymentStatus.PAID);
        assertThat(newest().state()).isEqualTo(Deposit.State.MATCHED);
    }

    @Test
    void whatTheBankKeptOfATransferForAStatementIsWrittenOffOnce() {
        var firm = account.firm(1_000_000);
        var one = account.shipped(firm, 1);
        var other = account.shipped(firm, 2);
        var statement = account.close(firm, today()).statement();
        transfer("ダレカ サン", 10_100 - 440);

        matchChosenClaims.match(newest().id(), List.of(receivable(statement)), true, "keiri");

        assertThat(List.of(desk.status(one), desk.status(other))).containsOnly(PaymentStatus.PAID);
        assertThat(account.statement(statement.number()).state()).isEqualTo(Statement.State.PAID);
        assertThat(ledger.received(Ledger.Account.FEES, one)
                        .plus(ledger.received(Ledger.Account.FEES, other))
                        .amount())
                .isEqualTo(440);
    }

    @Test
    void theFeeOfAStatementIsTakenFromTheLastPartThatIsLarger() {
        var firm = account.firm(1_000_000);
        var one = account.shipped(firm, 1);
        var other = account.shipped(firm, 2);
        var statement = account.close(firm, today()).statement();
        var number = receivable(statement);

        assertThat(allocateToStatement.spread(List.of(new Allocation(number, Yen.of(9_660), Yen.of(440)))))
                .containsExactlyInAnyOrder(
                        new Allocation(one, Yen.of(3_550)),
                        new Allocation(ReceivableNumber.of(other), Yen.of(6_110), Yen.of(440)));
        assertThatThrownBy(
                        () -> allocateToStatement.spread(List.of(new Allocation(number, Yen.of(9_661), Yen.of(440)))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("too-much");
    }

    @Test
    void anOrderThatIsChosenBesideItsStatementIsPaidOnce() {
        var firm = account.firm(1_000_000);
        var one = account.shipped(firm, 1);
        var other = account.shipped(firm, 2);
        var statement = account.close(firm, today()).statement();
        transfer("ダレカ サン", 10_100);

        matchChosenClaims.match(
                newest().id(), List.of(ReceivableNumber.of(one), receivable(statement)), false, "keiri");

        assertThat(desk.payment(one).open()).isEqualTo(Yen.ZERO);
        assertThat(desk.payment(other).open()).isEqualTo(Yen.ZERO);
    }

    @Test
    void whatIsPreviewedIsNotIssued() {
        var firm = account.firm(1_000_000);
        var order = account.shipped(firm, 2);

        var preview = closeAccounts.preview(today(), firm);

        assertThat(preview).extracting(Statement::total).containsExactly(Yen.of(6_550));
        assertThat(desk.payment(order).dueBy()).isNull();
        assertThat(account.close(firm, today()).statement().total()).isEqualTo(Yen.of(6_550));
    }

    @Test
    void nothingIsClosedTwice() {
        var firm = account.firm(1_000_000);
        account.shipped(firm, 2);

        assertThat(closeAccounts.close(today(), firm, "tester")).hasSize(1);
        assertThat(closeAccounts.close(today(), firm, "tester")).isEmpty();
    }

    @Test
    void theNightClosesEverybodyWhoseDayIsOver() {
        var firm = account.firm(1_000_000);
        var order = account.shipped(firm, 2);
        clock.set("2026-11-20T23:00:00+09:00");
        assertThat(closeAccounts.overdue("system")).isEmpty();
        clock.set("2026-11-21T00:10:00+09:00");

        var issued = closeAccounts.overdue("system");

        assertThat(issued).isNotEmpty();
        assertThat(desk.payment(order).dueBy()).isNotNull();
        assertThat(closeAccounts.overdue("system")).isEmpty();
        clock.set("2026-12-21T00:10:00+09:00");
        closeAccounts.overdue("system");
    }

    @Test
    void aStatementThatNobodyHasPaidIsTakenBack() {
        var firm = account.firm(1_000_000);
        var order = account.shipped(firm, 2);
        var statement = account.close(firm, today()).statement();

        cancelStatement.cancel(statement.number(), "宛先違い", "tester");

        assertThat(account.statement(statement.number()).state()).isEqualTo(Statement.State.CANCELLED);
        assertThat(desk.payment(order).dueBy()).isNull();
        assertThatThrownBy(() -> cancelStatement.cancel(statement.number(), "また", "tester"))
                .isInstanceOf(Refusal.class);
        assertThat(account.close(firm, today()).statement().total()).isEqualTo(Yen.of(6_550));
    }

    @Test
    void aPaidStatementStays() {
        var firm = account.firm(1_000_000);
        account.shipped(firm, 2);
        var statement = account.close(firm, today()).statement();
        pay(statement, 1_000);

        assertThatThrownBy(() -> cancelStatement.cancel(statement.number(), "間違い", "tester"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("statement.paid");
    }

    @Test
    void manyFirmsAreClosedTogether() {
        var firms = IntStream.range(0, 20).mapToObj(n -> account.firm(100_000)).toList();
        firms.forEach(firm -> account.shipped(firm, 1));
        clock.set("2026-11-20T12:00:00+09:00");

        var issued = account.closeAll(NOVEMBER);

        assertThat(issued.stream().map(account::statement).filter(s -> firms.contains(s.customer())))
                .hasSize(20)
                .allSatisfy(s -> assertThat(s.total()).isEqualTo(Yen.of(3_550)));
    }

    /** The limit was used up, so the customer paid first; credit was never granted. */
    @Test
    void whatWasPaidInAdvanceIsNotAskedForAgain() {
        var firm = account.firm(1);
        var order = account.ordered(firm, 2);
        assertThat(desk.payment(order).secured()).isFalse();
        desk.transfer(order, 6_550);
        account.ship(order, 2);

        var statement = account.close(firm, today()).statement();

        assertThat(statement.sales()).isEqualTo(Yen.of(6_550));
        assertThat(statement.total()).isEqualTo(Yen.ZERO);
    }

    @Test
    void nothingReadBeforeAClosingOrItsCancellationOverwritesTheDueDate() {
        var firm = account.firm(1_000_000);
        var order = account.shipped(firm, 2);
        var before = payments.findById(order).orElseThrow();
        var statement = account.close(firm, today()).statement();
        var invoiced = payments.findById(order).orElseThrow();
        assertThatThrownBy(() -> payments.saveAndFlush(before)).isInstanceOf(OptimisticLockingFailureException.class);

        cancelStatement.cancel(statement.number(), "宛先違い", "tester");

        assertThatThrownBy(() -> payments.saveAndFlush(invoiced)).isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(desk.payment(order).dueBy()).isNull();
    }

    /** Its transaction began before the closing and ended after it. */
    @Test
    void aSaleThatWasBookedWhileItWasClosedWaitsForTheNextStatement() {
        var firm = account.firm(1_000_000);
        account.shipped(firm, 1);
        clock.set("2026-11-21T01:00:00+09:00");
        account.close(firm, NOVEMBER);
        clock.set("2026-11-20T23:59:59+09:00");
        account.shipped(firm, 2);
        clock.set("2026-11-21T02:00:00+09:00");

        desk.booksBalance();

        clock.set("2026-12-21T01:00:00+09:00");
        assertThat(account.close(firm, DECEMBER).statement().sales()).isEqualTo(Yen.of(6_550));
    }

    @Test
    void whatIsDueIsToldByStatement() {
        var firm = account.firm(1_000_000);
        var order = account.ordered(firm, 5);
        account.ship(order, 1);
        var first = account.close(firm, today()).statement();
        clock.set("2026-12-05T10:00:00+09:00");
        account.ship(order, 3);
        account.takeBack(order, 1);
        clock.set("2026-12-21T01:00:00+09:00");
        var second = account.close(firm, DECEMBER).statement();

        assertThat(due(order)).containsExactly(first.dueDate() + " 3000", second.dueDate() + " 6000");
    }

    @Test
    void whatCameBackIsNotDueByTheStatementOnWhichItStoodBefore() {
        var firm = account.firm(1_000_000);
        var order = account.shipped(firm, 3);
        var first = account.close(firm, today()).statement();
        clock.set("2026-12-05T10:00:00+09:00");
        account.takeBack(order, 1);

        assertThat(due(order)).containsExactly(first.dueDate() + " 6550");
        clock.set("2026-12-21T01:00:00+09:00");
        account.close(firm, DECEMBER);
        assertThat(due(order)).containsExactly(first.dueDate() + " 6550");
    }

    private List<String> due(OrderNumber order) {
        return jdbc.sql("select due_by || ' ' || open from payments_due_view where receivable = ? order by due_by")
                .param(order.value())
                .query(String.class)
                .list();
    }

    /** The account is closed early, so that the clock need not move. */
    private LocalDate today() {
        return desk.business.today();
    }

    private List<Allocation> asked(Statement statement, long amount) {
        return List.of(new Allocation(ReceivableNumber.of(statement.number().value()), Yen.of(amount)));
    }

    private void pay(Statement statement, long amount) {
        desk.given.deposit(PaymentMother.transferBy("ダレカ サン", amount, desk.business.today()));
        var deposit = deposits.list(Deposit.State.UNMATCHED, "-id", 0, 1).get(0);
        matching.confirm(deposit.id(), allocateToStatement.spread(asked(statement, amount)), "keiri");
    }

    private void transfer(String remitter, long amount) {
        desk.given.deposit(PaymentMother.transferBy(remitter, amount, desk.business.today()));
    }

    private Deposit newest() {
        return deposits.list(null, "-id", 0, 1).get(0);
    }

    private static ReceivableNumber receivable(Statement statement) {
        return ReceivableNumber.of(statement.number().value());
    }

    private String kana(CustomerNumber firm) {
        return jdbc.sql("select kana from customers_customer_view where number = ?")
                .param(firm.value())
                .query(String.class)
                .single();
    }

    private long posted(String posting, String account) {
        return jdbc.sql("select amount from ledger_entry where posting = ? and account = ?")
                .params(posting, account)
                .query(Long.class)
                .single();
    }

    @Autowired
    JdbcClient jdbc;
}
