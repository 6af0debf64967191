package jp.otodoke.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.otodoke.ModuleTest;
import jp.otodoke.dunning.DunningCase.Outcome;
import jp.otodoke.dunning.DunningCase.State;
import jp.otodoke.mothers.Corrupt;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.PaymentMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.CancelReason;
import jp.otodoke.orders.CancelRest;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.partners.mail.MailTemplates;
import jp.otodoke.payments.BookDirectDebit;
import jp.otodoke.payments.CancelStatement;
import jp.otodoke.payments.CloseAccounts;
import jp.otodoke.payments.CollectClaims;
import jp.otodoke.payments.DebitOutcome;
import jp.otodoke.payments.DebitResult;
import jp.otodoke.payments.Deposits;
import jp.otodoke.payments.DirectDebits;
import jp.otodoke.payments.MatchDeposits;
import jp.otodoke.payments.NewMandate;
import jp.otodoke.payments.RegisterMandate;
import jp.otodoke.payments.SecurePayment;
import jp.otodoke.payments.SendDirectDebit;
import jp.otodoke.payments.StatementNumber;
import jp.otodoke.platform.mail.MailRequested;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.modulith.test.AssertablePublishedEvents;

/** Cases go on as long as their trouble: of firms that buy on account, and while a debit is under way. */
@ModuleTest
class CasesOnAccountTests {
    private final AutowireCapableBeanFactory beans;
    private DunningDesk desk;

    @Autowired
    CloseAccounts closeAccounts;

    @Autowired
    CancelStatement cancelStatement;

    @Autowired
    SecurePayment secure;

    @Autowired
    AdvanceOrder advance;

    @Autowired
    CancelRest cancelRest;

    @Autowired
    RegisterMandate registerMandate;

    @Autowired
    CarryOutDunningStep carryOut;

    @Autowired
    MatchDeposits matching;

    @Autowired
    Deposits deposits;

    @Autowired
    CollectClaims collectClaims;

    @Autowired
    SendDirectDebit send;

    @Autowired
    BookDirectDebit book;

    @Autowired
    DirectDebits directDebits;

    @Autowired
    Corrupt corrupt;

    @Autowired
    CasesOnAccountTests(AutowireCapableBeanFactory beans) {
        this.beans = beans;
    }

    @BeforeEach
    void begin() {
        desk = beans.createBean(DunningDesk.class);
    }

    @AfterEach
    void allHolds() {
        desk.allHolds();
    }

    @Test
    void aCaseEndsWithTheStatementThatIsTakenBack() {
        var firm = firm();
        var order = ordered(firm, 2);
        ship(order, 2);
        var statement = close(firm);
        var one = overdue(order);

        cancelStatement.cancel(statement, "単価違い", "keiri");
        nextDay();
        carryOut.carryOut(one.id());

        assertThat(desk.again(one).outcome()).isEqualTo(Outcome.CANCELLED);
        assertThat(desk.done(one)).isEmpty();
    }

    @Test
    void whatWasDeliveredIsDunnedOnWhenTheRestIsCancelled() {
        var firm = firm();
        var order = ordered(firm, 3);
        ship(order, 1);
        close(firm);
        var one = overdue(order);
        assertThat(one.open()).isEqualTo(Yen.of(3_550));

        cancelRest.cancel(order, Map.of(), CancelReason.requested("欠品"), "tester");

        assertThat(desk.again(one).state()).isEqualTo(State.OPEN);
        assertThat(desk.again(one).open()).isEqualTo(Yen.of(3_550));
        assertThat(desk.planned(one)).isNotEmpty();
    }

    @Test
    void aCaseEndsOnTheMorningAfterTheInvoicedPartIsPaid() {
        var firm = firm();
        var order = ordered(firm, 3);
        ship(order, 1);
        close(firm);
        var one = overdue(order);

        pay(one);
        desk.tenDaysLater();

        assertThat(desk.again(one).outcome()).isEqualTo(Outcome.PAID);
        assertThat(desk.cases.count(new DunningCases.Filter(null, null, null, firm.value(), null, null)))
                .isOne();
    }

    @Test
    void nothingIsDoneWhileACycleWillCollectTheMoney() {
        var customer = desk.customer();
        var fee = desk.fee(customer, 3_300);
        desk.morning();
        var one = desk.of(fee);
        registerMandate.register(new NewMandate(customer.value(), "9999", "002", "1", "123", "ヤマダ ハナコ"), "tester");

        nextDay();
        carryOut.carryOut(one.id());

        assertThat(desk.done(one)).isEmpty();
        assertThat(desk.again(one).state()).isEqualTo(State.OPEN);
        assertThat(desk.again(one).nextAt()).isAfter(desk.business.instant());
    }

    @Test
    void onlyWhatStandsOnAStatementThatIsDueIsDunned() {
        var firm = firm();
        var order = ordered(firm, 3);
        ship(order, 1);
        var due = due(close(firm));
        while (desk.business.today().isBefore(due.minusDays(12))) {
            desk.tenDaysLater();
        }
        ship(order, 2);
        assertThat(due(close(firm))).isAfter(due.plusDays(15));
        while (!desk.business.today().isAfter(due)) {
            desk.tenDaysLater();
        }
        var one = desk.of(ReceivableNumber.of(order));

        assertThat(one.open()).isEqualTo(Yen.of(3_550));
        assertThat(one.amount()).isEqualTo(Yen.of(3_550));

        pay(one);
        desk.tenDaysLater();

        assertThat(desk.again(one).outcome()).isEqualTo(Outcome.PAID);
    }

    @Test
    void aDebtorIsRemindedOnceADayOfAllStatements(AssertablePublishedEvents events) {
        var firm = firm();
        var first = ordered(firm, 1);
        var second = ordered(firm, 2);
        ship(first, 1);
        ship(second, 2);
        var number = close(firm);
        var one = overdue(first);
        var other = desk.of(ReceivableNumber.of(second));
        desk.at(desk.business.today(), 11);

        carryOut.carryOut(one.id());
        carryOut.carryOut(other.id());

        assertThat(desk.done(one)).containsExactly("MAIL reminded");
        assertThat(desk.done(other)).containsExactly("MAIL reminded-together");
        assertThat(events.ofType(MailRequested.class)
                        .matching(mail -> mail.template().startsWith("dunning")))
                .singleElement()
                .satisfies(mail -> assertThat(mail.values().get("statements"))
                        .contains(number.value(), Yen.of(10_100).toString()))
                .satisfies(mail -> assertThat(MailTemplates.rendered(mail)).contains("ご請求分のお支払いのお願い"))
                .satisfies(mail -> assertThat(mail.values().get("amount"))
                        .isEqualTo(Yen.of(10_100).toString()));
    }

    @Test
    void whatADebitLeftIsMissedIfNoCaseIsOpenedOnceItsCycleIsOver() {
        var customer = desk.customer();
        registerMandate.register(new NewMandate(customer.value(), "9999", "002", "1", "123", "ヤマダ ハナコ"), "tester");
        var fee = desk.fee(customer, 3_300);
        long cycle = collectClaims.collect(desk.business.today().plusDays(9), "tester");
        send.send(cycle, "zengin", (day, rows) -> new byte[] {1});
        book.book(
                cycle,
                new BookDirectDebit.File("result.txt", "no-funds-" + cycle),
                sent -> directDebits.claims(cycle, 0, 1_000).stream()
                        .map(claim -> new DebitResult(claim.id(), "1", DebitOutcome.NO_FUNDS))
                        .toList());
        desk.at(desk.nextMorning(), 6);

        corrupt.dunningOpenedNothing(desk.business.today(), desk.business.instant());

        assertThat(desk.violations("overdue-is-dunned")).isPositive();
        desk.tenDaysLater();
        assertThat(desk.violations("overdue-is-dunned")).isZero();
        assertThat(desk.of(fee).open()).isEqualTo(Yen.of(3_300));
    }

    private LocalDate due(StatementNumber number) {
        return desk.jdbc
                .sql("select due_date from payments_statement_view where number = ?")
                .param(number.value())
                .query(LocalDate.class)
                .single();
    }

    private CustomerNumber firm() {
        var customer = desk.customer();
        desk.given.creditTerms(customer, 1_000_000, 31);
        return customer;
    }

    /** So many teas of 3,000 yen, and 550 yen for shipping. */
    private OrderNumber ordered(CustomerNumber firm, int teas) {
        var order = desk.given.order(
                OrderMother.of(ProductMother.tea(), teas).from(firm).by(PaymentMethod.INVOICE));
        secure.secure(order);
        return order;
    }

    private void ship(OrderNumber order, int pieces) {
        advance.ship(order, List.of(new AdvanceOrder.Pieces(1, pieces)));
    }

    private StatementNumber close(CustomerNumber firm) {
        return closeAccounts.close(desk.business.today(), firm, "tester").get(0);
    }

    /** The end of the month after is over. */
    private DunningCase overdue(OrderNumber order) {
        var due = desk.business.today().plusMonths(2).plusDays(10);
        while (!desk.business.today().isAfter(due)) {
            desk.tenDaysLater();
        }
        return desk.of(ReceivableNumber.of(order));
    }

    private void pay(DunningCase one) {
        desk.given.deposit(PaymentMother.transferBy("ダレカ サン", one.open().amount(), desk.business.today()));
        var deposit = deposits.list(null, "-id", 0, 1).get(0);
        matching.confirm(deposit.id(), List.of(new MatchDeposits.Allocation(one.receivable(), one.open())), "keiri");
    }

    private void nextDay() {
        LocalDate tomorrow = desk.business.today().plusDays(1);
        desk.at(tomorrow, 11);
    }
}
