package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.PaymentMother;
import jp.otodoke.payments.MatchDeposits.Allocation;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.AssertablePublishedEvents;

/** 消込の取消: money that was matched to the wrong order, one deposit or all of a file. */
@ModuleTest
class UnmatchDepositsTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
    private static final long TOTAL = 6550;

    private final PaymentDesk desk;
    private final UnmatchDeposits unmatchDeposits;
    private final MatchDeposits matching;
    private final RecordDeposits recordDeposits;
    private final Deposits deposits;
    private final JdbcClient jdbc;

    @Autowired
    FindDepositBatch batches;

    @Autowired
    UnmatchDepositsTests(
            AutowireCapableBeanFactory beans,
            UnmatchDeposits unmatchDeposits,
            MatchDeposits matching,
            RecordDeposits recordDeposits,
            Deposits deposits,
            JdbcClient jdbc) {
        this.desk = beans.createBean(PaymentDesk.class);
        this.unmatchDeposits = unmatchDeposits;
        this.matching = matching;
        this.recordDeposits = recordDeposits;
        this.deposits = deposits;
        this.jdbc = jdbc;
    }

    @AfterEach
    void booksBalance() {
        desk.booksBalance();
    }

    @Test
    void theOrderOwesTheMoneyAgainAndTheDepositWaitsForAPerson(AssertablePublishedEvents events) {
        var order = paid();
        var deposit = newest();

        assertThat(unmatchDeposits.unmatch(deposit.id(), "keiri")).containsExactly(ReceivableNumber.of(order));

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PENDING);
        assertThat(newest().state()).isEqualTo(Deposit.State.UNMATCHED);
        assertThat(newest().remaining()).isEqualTo(Yen.of(TOTAL));
        assertThat(deposits.matchedTo(deposit.id())).isEmpty();
        assertThat(desk.tasksAboutDeposit(deposit.id())).containsExactly("deposit-unmatched");
        assertThat(events).contains(PaymentReversed.class).matching(new PaymentReversed(order)::equals);
    }

    @Test
    void whatAPersonHasUndoneIsNotMatchedByItselfAgain() {
        var order = paid();
        unmatchDeposits.unmatch(newest().id(), "keiri");

        matching.matchAll("keiri");

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PENDING);
    }

    @Test
    void theMoneyPaysTheRightOrderThen() {
        var wrong = paid();
        var right = desk.secured(OrderMother.twoTeas().paidByTransfer());
        var deposit = newest().id();
        unmatchDeposits.unmatch(deposit, "keiri");

        matching.confirm(deposit, List.of(new Allocation(right, Yen.of(TOTAL))), "keiri");

        assertThat(desk.status(wrong)).isEqualTo(PaymentStatus.PENDING);
        assertThat(desk.status(right)).isEqualTo(PaymentStatus.PAID);
        assertThat(desk.tasksAboutDeposit(deposit)).isEmpty();
    }

    @Test
    void undoingTwiceUndoesOnce() {
        var order = paid();
        var deposit = newest().id();
        unmatchDeposits.unmatch(deposit, "keiri");

        assertThat(unmatchDeposits.unmatch(deposit, "keiri")).isEmpty();

        assertThat(desk.payment(order).paid()).isEqualTo(Yen.ZERO);
        assertThat(newest().remaining()).isEqualTo(Yen.of(TOTAL));
    }

    @Test
    void whatIsMatchedAgainCanBeUndoneAgain() {
        var order = paid();
        var deposit = newest().id();
        unmatchDeposits.unmatch(deposit, "keiri");
        matching.confirm(deposit, List.of(new Allocation(order, Yen.of(TOTAL))), "keiri");
        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PAID);

        unmatchDeposits.unmatch(deposit, "keiri");

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PENDING);
        assertThat(desk.tasksAboutDeposit(deposit)).containsExactly("deposit-unmatched");
    }

    @Test
    void aRefundOfMoneyThatWasAnothersIsOwedByWhoGotIt() {
        var order = paid();
        var deposit = newest().id();
        desk.cancel(order);
        desk.decide(order, "refund-due", "REFUNDED");
        assertThat(desk.payment(order).paid()).isEqualTo(Yen.ZERO);

        unmatchDeposits.unmatch(deposit, "keiri");

        assertThat(desk.payment(order).open())
                .as("he was given what he had not paid")
                .isEqualTo(Yen.of(TOTAL));
        assertThat(newest().remaining()).as("is all there for whoever sent it").isEqualTo(Yen.of(TOTAL));
    }

    @Test
    void whatTheBankTakesBackAfterARefundIsOwedByWhoGotIt() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());
        var reported = transfer(order);
        desk.given.deposit(reported);
        desk.cancel(order);
        desk.decide(order, "refund-due", "REFUNDED");

        desk.given.deposit(PaymentMother.reversalOf(reported));

        assertThat(desk.payment(order).open()).isEqualTo(Yen.of(TOTAL));
        assertThat(desk.tasks(order)).containsExactly("deposit-reversed");
    }

    @Test
    void allOfAFileIsUndoneAtOnceAndCanBeMatchedByItselfAgain() {
        var one = desk.secured(OrderMother.twoTeas().paidByTransfer());
        var other = desk.secured(OrderMother.twoTeas().paidByTransfer());
        var file = UUID.randomUUID() + ".txt";
        recordDeposits.record(file, List.of(transfer(one)));
        recordDeposits.record(file, List.of(transfer(other)));

        assertThat(unmatchDeposits.unmatchBatch(batchOf(file), "keiri")).isEqualTo(2);

        assertThat(desk.status(one)).isEqualTo(PaymentStatus.PENDING);
        assertThat(desk.status(other)).isEqualTo(PaymentStatus.PENDING);
        assertThat(unmatchDeposits.unmatchBatch(batchOf(file), "keiri")).isZero();

        var again = matching.matchAll("keiri");
        assertThat(desk.status(one)).isEqualTo(PaymentStatus.PAID);
        assertThat(desk.status(other)).isEqualTo(PaymentStatus.PAID);
        assertThat(unmatchDeposits.unmatchBatch(Objects.requireNonNull(again.batch()), "keiri"))
                .isEqualTo(again.matched());
    }

    @Test
    void whatAPersonHasMatchedStaysWhenTheFileIsUndone() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());
        var file = UUID.randomUUID() + ".txt";
        recordDeposits.record(file, List.of(PaymentMother.transferBy("テデ ケシコム", TOTAL, DAY)));
        matching.confirm(newest().id(), List.of(new Allocation(order, Yen.of(TOTAL))), "keiri");

        assertThat(unmatchDeposits.unmatchBatch(batchOf(file), "keiri")).isZero();

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void twoFilesOfOneNameOnOneDayAreUndoneEachByItself() {
        var one = desk.secured(OrderMother.twoTeas().paidByTransfer());
        var other = desk.secured(OrderMother.twoTeas().paidByTransfer());
        recordDeposits.record("same.txt", -1L, List.of(transfer(one)));
        recordDeposits.record("same.txt", -2L, List.of(transfer(other)));

        assertThat(unmatchDeposits.unmatchBatch(batches.ofMessage(-2).orElseThrow(), "keiri"))
                .isOne();

        assertThat(desk.status(one)).isEqualTo(PaymentStatus.PAID);
        assertThat(desk.status(other)).isEqualTo(PaymentStatus.PENDING);
        assertThat(batches.ofMessage(-3)).isEmpty();
    }

    @Test
    void whatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> unmatchDeposits.unmatch(0, "keiri")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> unmatchDeposits.unmatchBatch(0, "keiri")).isInstanceOf(Refusal.class);
    }

    private OrderNumber paid() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());
        desk.given.deposit(transfer(order));
        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PAID);
        return order;
    }

    /** Nobody else has this name: what stays unmatched here is taken for nothing that another test reverses. */
    private static NewDeposit transfer(OrderNumber order) {
        var payer = CustomerMother.unmistakable("振込", CustomerMother.TOKYO, false);
        return PaymentMother.transferBy(order + " " + payer.kana(), TOTAL, DAY);
    }

    private long batchOf(String file) {
        return jdbc.sql("select id from deposit_batch where source = ?")
                .param(file)
                .query(Long.class)
                .single();
    }

    private Deposit newest() {
        return deposits.list(null, "id,desc", 0, 1).get(0);
    }
}
