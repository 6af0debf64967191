package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.PaymentMother;
import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which money somebody has to be asked about, and how much of it. */
@ModuleTest
class TroubleTests {
    private static final LocalDate CLOSING = LocalDate.of(2026, 11, 20);

    private final DebitDesk debits;
    private final AccountDesk account;
    private final PaymentDesk desk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    AdvanceOrder advance;

    @Autowired
    OfferTransfer offerTransfer;

    @Autowired
    WriteOffReceivable writeOff;

    @Autowired
    MatchDeposits matching;

    @Autowired
    Deposits deposits;

    @Autowired
    TroubleTests(AutowireCapableBeanFactory beans) {
        this.debits = beans.createBean(DebitDesk.class);
        this.account = beans.createBean(AccountDesk.class);
        this.desk = debits.desk;
    }

    @BeforeEach
    void inNovember() {
        on("2026-11-10");
    }

    @AfterEach
    void booksBalance() {
        on("2027-02-26");
        desk.booksBalance();
        on("2026-11-26");
    }

    @Test
    void whatTheNextCycleCollectsIsInTroubleOnlyWhenTheDebitHasFailed() {
        var fee = debits.due(debits.mandated(), 3_300, LocalDate.of(2026, 12, 5));
        var byTransfer = debits.due(debits.customer(), 3_300, LocalDate.of(2026, 12, 5));
        on("2026-12-10");

        assertThat(trouble(fee)).as("it is collected on the 28th").isEmpty();
        assertThat(trouble(byTransfer)).containsExactly("UNPAID 3300");
        long cycle = debits.collect();
        debits.send(cycle);
        assertThat(trouble(fee)).as("it is being collected").isEmpty();
        debits.result(cycle, Map.of(fee, "1"), "0");

        assertThat(trouble(fee)).containsExactly("UNPAID 3300");
    }

    @Test
    void aDebitWhoseResultAPersonHasToFindOutHasNotFailed() {
        var fee = debits.due(debits.mandated(), 3_300, LocalDate.of(2026, 12, 5));
        on("2026-12-10");
        long cycle = debits.collect();
        debits.send(cycle);

        debits.result(cycle, Map.of(fee, "9"), "0");

        assertThat(debits.claim(cycle, fee).state()).isEqualTo(DebitClaim.State.HELD);
        assertThat(trouble(fee)).isEmpty();
    }

    @Test
    void anOrderByDirectDebitIsInTroubleBetweenAFailedDebitAndTheNext() {
        var order = debits.order(debits.mandated());
        var number = ReceivableNumber.of(order);
        advance.ship(order, List.of(new AdvanceOrder.Pieces(1, 2)));
        on("2027-01-20");
        assertThat(trouble(number)).as("no cycle has tried it yet").isEmpty();

        on("2026-11-27");
        long cycle = debits.collect();
        debits.send(cycle);
        debits.result(cycle, Map.of(number, "1"), "0");
        assertThat(trouble(number)).containsExactly("FAILED_DEBIT 6550");
        long next = debits.collect();

        assertThat(trouble(number)).isEmpty();
        assertThat(offerTransfer.offer(order, "tester"))
                .as("the money may be on its way")
                .isFalse();
        debits.send(next);
        debits.result(next, "0");
        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void anOrderOnAccountIsInTroubleOnlyWithWhatStandsOnAStatement() {
        var order = partlyInvoiced();
        var number = ReceivableNumber.of(order);

        assertThat(trouble(number)).containsExactly("UNPAID 3550");
        assertThat(claimable(number)).isEqualTo(3_550);
        pay(number, 3_550);
        account.ship(order, 1);

        assertThat(trouble(number)).as("the rest stands on no statement").isEmpty();
        assertThat(claimable(number)).isZero();
    }

    @Test
    void onlyWhatMayBeDemandedIsGivenUp() {
        var order = partlyInvoiced();
        var number = ReceivableNumber.of(order);

        writeOff.writeOff(number, Yen.of(claimable(number)), "行方不明", "tester");

        assertThat(desk.payment(order).open()).isEqualTo(Yen.of(6_000));
        assertThat(claimable(number)).isZero();
    }

    @Test
    void aDepositTakenBackBeforeTheClosingIsNoTrouble() {
        var order = account.shipped(account.firm(1_000_000), 2);
        var deposit = PaymentMother.transferFor(order, 6_550, desk.business.today());
        desk.given.deposit(deposit);
        desk.given.deposit(PaymentMother.reversalOf(deposit));

        on("2026-11-19");

        assertThat(desk.payment(order).open()).isEqualTo(Yen.of(6_550));
        assertThat(trouble(ReceivableNumber.of(order))).isEmpty();
    }

    @Test
    void anOrderChangedToOnAccountWaitsForItsStatement() {
        var firm = account.firm(1_000_000);
        var order = desk.secured(OrderMother.twoTeas().from(firm).paidByTransfer());
        assertThat(desk.payment(order).dueBy()).isNotNull();

        desk.payBy(order, PaymentMethod.INVOICE);
        desk.secure.secure(order);
        account.ship(order, 2);

        assertThat(desk.payment(order).secured()).isTrue();
        assertThat(desk.payment(order).dueBy()).isNull();
        on("2026-12-15");
        assertThat(trouble(ReceivableNumber.of(order))).isEmpty();
    }

    /** Three teas, of which one was shipped and invoiced; overdue. */
    private OrderNumber partlyInvoiced() {
        var firm = account.firm(1_000_000);
        var order = account.ordered(firm, 3);
        account.ship(order, 1);
        on("2026-11-21");
        account.close(firm, CLOSING);
        on("2027-01-10");
        return order;
    }

    private void pay(ReceivableNumber number, long amount) {
        desk.given.deposit(PaymentMother.transferBy("ダレカ サン", amount, desk.business.today()));
        var deposit = deposits.list(Deposit.State.UNMATCHED, "-id", 0, 1).get(0);
        matching.confirm(deposit.id(), List.of(new MatchDeposits.Allocation(number, Yen.of(amount))), "keiri");
    }

    private void on(String day) {
        desk.clock.set(day + "T10:00:00+09:00");
    }

    private List<String> trouble(ReceivableNumber number) {
        return jdbc.sql(
                        "select cause || ' ' || open from payments_trouble_view where receivable = :number and trouble_from <= :today")
                .param("number", number.value())
                .param("today", desk.business.today())
                .query(String.class)
                .list();
    }

    private long claimable(ReceivableNumber number) {
        return jdbc.sql("select claimable from payments_receivable_view where number = ?")
                .param(number.value())
                .query(Long.class)
                .single();
    }
}
