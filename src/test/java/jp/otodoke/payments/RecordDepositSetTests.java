package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import jp.otodoke.ModuleTest;
import jp.otodoke.customers.RegisterCustomer;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.PaymentMother;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two sets of one file, the second of which is decided and written before the first is committed. */
@ModuleTest
class RecordDepositSetTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

    private final PaymentDesk desk;
    private final RecordDepositSet recordSet;
    private final DepositBatches batches;
    private final OpenItems items;
    private final ChargeReceivable charge;
    private final FillMatchingKeys fillMatchingKeys;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final CustomerNumber customer;
    private final String source = UUID.randomUUID() + ".txt";
    private final long message = Math.abs(UUID.randomUUID().getMostSignificantBits());
    private final String name = String.valueOf(
            CustomerMother.unmistakable("並行", CustomerMother.TOKYO, false).kana());

    @Autowired
    RecordDepositSetTests(
            AutowireCapableBeanFactory beans,
            RecordDepositSet recordSet,
            DepositBatches batches,
            OpenItems items,
            ChargeReceivable charge,
            RegisterCustomer registerCustomer,
            FillMatchingKeys fillMatchingKeys,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.desk = beans.createBean(PaymentDesk.class);
        this.recordSet = recordSet;
        this.batches = batches;
        this.items = items;
        this.charge = charge;
        this.fillMatchingKeys = fillMatchingKeys;
        this.jdbc = jdbc;
        this.transaction = transaction;
        customer = registerCustomer.register(CustomerMother.called("並行 " + UUID.randomUUID(), name, null));
    }

    @AfterEach
    void booksBalance() {
        desk.booksBalance();
    }

    @Test
    void aClaimThatTheSetBeforePaysIsGoneThoughThatIsNotCommittedYet() {
        var due = due(4_321);

        inOverlap(
                List.of(PaymentMother.transferBy(due.value() + " " + name, 4_321, DAY)),
                List.of(PaymentMother.transferBy(due.value() + " " + name, 4_321, DAY)));

        assertThat(items.find(due).orElseThrow().status()).isEqualTo(PaymentStatus.PAID);
        assertThat(states()).containsExactly("MATCHED", "UNMATCHED");
        assertThat(jdbc.sql("select count(*) from payment_allocation where receivable = :due")
                        .param("due", due.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void ofTwoClaimsOfOneNameTheSecondSetPaysTheOneThatTheFirstLeaves() {
        var one = due(5_432);
        var other = due(5_432);

        inOverlap(
                List.of(PaymentMother.transferBy(one.value() + " " + name, 5_432, DAY)),
                List.of(PaymentMother.transferBy(name, 5_432, DAY)));

        assertThat(states()).containsExactly("MATCHED", "MATCHED");
        assertThat(items.find(other).orElseThrow().status()).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void aSetInWhichTheBankTakesSomethingBackIsRecordedByItself() {
        var taken = new NewDeposit(UUID.randomUUID().toString(), DAY, Yen.of(1_000), name, null, 1, true, null, null);

        var set = transaction.execute(status -> {
            status.setRollbackOnly();
            return recordSet.decide(source, message, List.of(taken), null);
        });

        assertThat(set).isEmpty();
    }

    /** The second is decided and written, on a thread and in a transaction of its own, before the first is committed. */
    private void inOverlap(List<NewDeposit> first, List<NewDeposit> second) {
        batches.ofMessage(source, message);
        transaction.executeWithoutResult(status -> fillMatchingKeys.fill());
        var beside = new AtomicReference<CompletableFuture<Void>>();
        var committed = new CompletableFuture<Void>();
        var written = new CompletableFuture<Void>();
        transaction.executeWithoutResult(status -> {
            var set = decided(first, null);
            recordSet.write(set);
            beside.set(CompletableFuture.runAsync(() -> transaction.executeWithoutResult(other -> {
                var behind = decided(second, set);
                recordSet.write(behind);
                written.complete(null);
                committed.join();
                recordSet.finish(behind);
            })));
            CompletableFuture.anyOf(written, Objects.requireNonNull(beside.get()))
                    .join();
            recordSet.finish(set);
        });
        committed.complete(null);
        Objects.requireNonNull(beside.get()).join();
    }

    private DepositSet decided(List<NewDeposit> deposits, @Nullable DepositSet before) {
        return recordSet.decide(source, message, deposits, before).orElseThrow();
    }

    private List<String> states() {
        return jdbc.sql("select state from deposit where source = :source order by id")
                .param("source", source)
                .query(String.class)
                .list();
    }

    private ReceivableNumber due(long amount) {
        return charge.charge(
                new NewReceivable(customer, ReceivableKind.DUE, Yen.of(amount), 10, LocalDate.of(2026, 12, 31)));
    }
}
