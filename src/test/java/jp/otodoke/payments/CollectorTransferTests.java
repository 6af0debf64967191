package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import jp.otodoke.ModuleTest;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.PaymentMother;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Lump sums by which agencies and carriers pay out what they have collected. */
@ModuleTest
class CollectorTransferTests {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 8);

    private final DebitDesk debits;
    private final PaymentDesk desk;
    private final BookAgencyTransfer transfers;
    private final RecordCashOnDelivery cash;
    private final Deposits deposits;
    private final Tasks tasks;
    private final TransactionTemplate transaction;

    @Autowired
    CollectorTransferTests(
            AutowireCapableBeanFactory beans,
            BookAgencyTransfer transfers,
            RecordCashOnDelivery cash,
            Deposits deposits,
            Tasks tasks,
            TransactionTemplate transaction) {
        this.debits = beans.createBean(DebitDesk.class);
        this.desk = debits.desk;
        this.transfers = transfers;
        this.cash = cash;
        this.deposits = deposits;
        this.tasks = tasks;
        this.transaction = transaction;
    }

    @Test
    void theAgencyOfDirectDebitsTransfersWhatItHasCollectedLessItsFee() {
        debited(3_300);
        var held = transfers.held(Collector.DEBIT);
        var deposit = deposited("ｼﾕｳﾉｳ" + unique(), 3_190);

        decide(deposit, "FROM_DEBIT_AGENCY", 110);

        assertThat(transfers.held(Collector.DEBIT)).isEqualTo(held.minus(Yen.of(3_300)));
        assertThat(deposit(deposit).state()).isEqualTo(Deposit.State.MATCHED);
        debits.booksBalance();
    }

    @Test
    void aCarrierTransfersTheCashOfItsParcels() {
        var order = desk.secured(OrderMother.twoTeas().by(PaymentMethod.CASH_ON_DELIVERY));
        cash.collected(List.of(order), Yen.of(6_880), "test-" + order);
        cash.fee(Yen.of(330), "test-" + order);
        var held = transfers.held(Collector.CARRIER);
        var deposit = deposited("ﾔﾏﾄ" + unique(), 6_550);

        decide(deposit, "FROM_CARRIER", 0);

        assertThat(transfers.held(Collector.CARRIER)).isEqualTo(held.minus(Yen.of(6_550)));
        debits.booksBalance();
    }

    @Test
    void whoHasPaidOutOnceIsKnownAndExactlyWhatIsHeldIsBookedByItself() {
        var remitter = "ｼﾕｳﾉｳ" + unique();
        debited(2_200);
        decide(deposited(remitter, 2_200), "FROM_DEBIT_AGENCY", 0);
        debited(4_400);
        var held = transfers.held(Collector.DEBIT);

        var deposit = deposited(remitter, held.amount());

        assertThat(transfers.held(Collector.DEBIT)).isEqualTo(Yen.ZERO);
        assertThat(deposit(deposit).state()).isEqualTo(Deposit.State.MATCHED);
        assertThat(tasks.about(DepositSubject.of(deposit))).isEmpty();
        debits.booksBalance();
    }

    @Test
    void anotherSumOfAKnownCollectorIsATaskThatTellsTheDifference() {
        var remitter = "ｼﾕｳﾉｳ" + unique();
        debited(2_200);
        decide(deposited(remitter, 2_200), "FROM_DEBIT_AGENCY", 0);
        debited(5_500);
        var held = transfers.held(Collector.DEBIT);

        var deposit = deposited(remitter, 1_000);

        var task = tasks.about(DepositSubject.of(deposit)).get(0);
        assertThat(task.reason().japanese())
                .contains("口座振替", held.toString(), held.minus(Yen.of(1_000)).toString());
        decide(deposit, "FROM_DEBIT_AGENCY", 0);
        assertThat(transfers.held(Collector.DEBIT)).isEqualTo(held.minus(Yen.of(1_000)));
    }

    @Test
    void twoWhoBookAtOnceDoNotBookTheSameMoneyTwice() {
        debited(3_300);
        var held = transfers.held(Collector.DEBIT);
        var one = deposited("ｼﾕｳﾉｳ" + unique(), held.amount());
        var other = deposited("ﾍﾞﾂ" + unique(), held.amount());
        var second = new AtomicReference<CompletableFuture<Void>>();

        transaction.executeWithoutResult(first -> {
            transfers.book(one, Collector.DEBIT, Yen.ZERO, "first");
            second.set(CompletableFuture.runAsync(() -> transfers.book(other, Collector.DEBIT, Yen.ZERO, "second")));
            assertThatThrownBy(() -> Objects.requireNonNull(second.get()).get(1, TimeUnit.SECONDS))
                    .isInstanceOf(TimeoutException.class);
        });

        assertThatThrownBy(Objects.requireNonNull(second.get())::join).hasCauseInstanceOf(Refusal.class);
        assertThat(transfers.held(Collector.DEBIT)).isEqualTo(Yen.ZERO);
        debits.booksBalance();
    }

    @Test
    void noMoreThanIsHeldIsItsTransfer() {
        var deposit = deposited("ﾔﾏﾄ" + unique(), 99_000_000);

        assertThatThrownBy(() -> decide(deposit, "FROM_CARRIER", 0)).isInstanceOf(Refusal.class);
        assertThat(deposit(deposit).state()).isEqualTo(Deposit.State.UNMATCHED);
    }

    private void debited(long amount) {
        debits.due(debits.mandated(), amount);
        debits.debited("0");
    }

    private long deposited(String remitter, long amount) {
        desk.given.deposit(PaymentMother.transferBy(remitter, amount, DAY));
        return deposits.list(null, "-id", 0, 1).get(0).id();
    }

    private Deposit deposit(long id) {
        return deposits.find(id).orElseThrow();
    }

    private void decide(long deposit, String decision, long fee) {
        desk.decide(
                DepositSubject.of(deposit),
                "deposit-unmatched",
                decision,
                null,
                Map.of(decision.equals("FROM_CARRIER") ? "carrierFee" : "debitAgencyFee", String.valueOf(fee)));
    }

    /** Kana that no other test uses. */
    private static String unique() {
        return UUID.randomUUID()
                .toString()
                .replaceAll("[^a-f]", "")
                .replace('a', 'ｱ')
                .replace('b', 'ｲ')
                .replace('c', 'ｳ')
                .replace('d', 'ｴ')
                .replace('e', 'ｵ')
                .replace('f', 'ｶ');
    }
}
