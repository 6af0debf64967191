package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import jp.otodoke.ModuleTest;
import jp.otodoke.customers.RegisterCustomer;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.PaymentMother;
import jp.otodoke.payments.DepositProposals.Proposal;
import jp.otodoke.payments.DepositProposals.Reason;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.MatchDeposits.Allocation;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** 一括消込: sets of deposits against sets of claims, what staff have taught, sums, fees and parts. */
@ModuleTest
class MatchBySetsTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

    private final PaymentDesk desk;
    private final RecordDeposits recordDeposits;
    private final MatchDeposits matching;
    private final ConfirmProposals confirmProposals;
    private final UnmatchDeposits unmatchDeposits;
    private final DepositProposals proposals;
    private final RemitterAliases aliases;
    private final Deposits deposits;
    private final OpenItems items;
    private final ChargeReceivable charge;
    private final RegisterCustomer registerCustomer;
    private final RecordAllocations recordAllocations;
    private final AllocatePayments allocatePayments;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final String name = String.valueOf(
            CustomerMother.unmistakable("一括", CustomerMother.TOKYO, false).kana());

    @Autowired
    MatchBySetsTests(
            AutowireCapableBeanFactory beans,
            RecordDeposits recordDeposits,
            MatchDeposits matching,
            ConfirmProposals confirmProposals,
            UnmatchDeposits unmatchDeposits,
            DepositProposals proposals,
            RemitterAliases aliases,
            Deposits deposits,
            OpenItems items,
            ChargeReceivable charge,
            RegisterCustomer registerCustomer,
            RecordAllocations recordAllocations,
            AllocatePayments allocatePayments,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.desk = beans.createBean(PaymentDesk.class);
        this.recordDeposits = recordDeposits;
        this.matching = matching;
        this.confirmProposals = confirmProposals;
        this.unmatchDeposits = unmatchDeposits;
        this.proposals = proposals;
        this.aliases = aliases;
        this.deposits = deposits;
        this.items = items;
        this.charge = charge;
        this.registerCustomer = registerCustomer;
        this.recordAllocations = recordAllocations;
        this.allocatePayments = allocatePayments;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @AfterEach
    void booksBalance() {
        desk.booksBalance();
    }

    @Test
    void aFileOfManyDepositsPaysTheirClaimsTogether() {
        var customer = customer(name);
        var dues =
                IntStream.range(0, 200).mapToObj(i -> due(customer, 1_000 + i)).toList();
        var file = IntStream.range(0, 200)
                .mapToObj(i -> PaymentMother.transferBy(dues.get(i) + " " + name, 1_000 + i, DAY))
                .toList();

        assertThat(recordDeposits.record(UUID.randomUUID() + ".txt", file)).isEqualTo(new DepositCounts(200, 0));

        assertThat(dues).allSatisfy(due -> assertThat(status(due)).isEqualTo(PaymentStatus.PAID));
    }

    @Test
    void theClaimsOfASetAreLockedInTheOrderOfTheirNumbers() {
        var customer = customer(name);
        var open = new TreeMap<ReceivableNumber, Yen>();
        IntStream.range(0, 40).forEach(i -> open.put(due(customer, 1_000), Yen.of(1_000)));
        var paying = new AtomicReference<CompletableFuture<Void>>();

        transaction.executeWithoutResult(last -> {
            jdbc.sql("select number from receivable where number = ? for update")
                    .param(open.lastKey().value())
                    .query(String.class)
                    .single();
            paying.set(CompletableFuture.runAsync(() -> transaction.executeWithoutResult(set -> {
                allocatePayments.payInFull(open);
                set.setRollbackOnly();
            })));

            var others = open.headMap(open.lastKey()).keySet();
            var end = Instant.now().plusSeconds(20);
            while (notLocked(others) > 0 && Instant.now().isBefore(end)) {
                Thread.onSpinWait();
            }
            assertThat(notLocked(others)).isZero();
        });

        Objects.requireNonNull(paying.get()).join();
    }

    /** How many of them another transaction gets at this moment. */
    private int notLocked(Set<ReceivableNumber> numbers) {
        var wanted = numbers.stream().map(ReceivableNumber::value).toArray(String[]::new);
        return CompletableFuture.supplyAsync(() -> Objects.requireNonNull(transaction.execute(look -> {
                    look.setRollbackOnly();
                    return jdbc.sql("select number from receivable where number = any(:numbers) for update skip locked")
                            .param("numbers", wanted)
                            .query(String.class)
                            .list()
                            .size();
                })))
                .join();
    }

    @Test
    void ofTwoDepositsForOneClaimTheFirstPaysItAndTheOtherIsLeft() {
        var due = due(customer(name), 4_321);
        var one = PaymentMother.transferBy(due.value(), 4_321, DAY);
        var other = PaymentMother.transferBy(due.value(), 4_321, DAY);

        recordDeposits.record(UUID.randomUUID() + ".txt", List.of(one, other));

        assertThat(status(due)).isEqualTo(PaymentStatus.PAID);
        assertThat(newest().state()).isEqualTo(Deposit.State.UNMATCHED);
        assertThat(desk.tasksAboutDeposit(newest().id())).containsExactly("deposit-unmatched");
    }

    @Test
    void whoNamesAClaimThatIsGoneAndHasTheNameOfAnotherIsLeftToAPersonForGood() {
        var customer = customer(name);
        var numbered = due(customer, 4_322);
        var other = due(customer, 4_322);
        var text = numbered + " " + name;

        recordDeposits.record(
                UUID.randomUUID() + ".txt",
                List.of(PaymentMother.transferBy(text, 4_322, DAY), PaymentMother.transferBy(text, 4_322, DAY)));

        assertThat(status(numbered)).isEqualTo(PaymentStatus.PAID);
        assertThat(desk.doubtful(newest().id())).isTrue();
        assertThat(status(other)).isEqualTo(PaymentStatus.PENDING);
    }

    @Test
    void anAllocationNamesADepositThatExists() {
        var due = due(customer(name), 4_323);
        var allocation = new PaymentAllocation(
                "match:-1:0",
                due,
                PaymentAllocation.Reason.MATCHED,
                Account.SUSPENSE,
                Yen.of(1),
                -1L,
                null,
                null,
                "keiri");

        assertThatThrownBy(() -> recordAllocations.record(List.of(allocation)))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void aClaimThatAnotherDepositOfTheFilePaysLeavesTheNameToTheRest() {
        var customer = customer(name);
        var numbered = due(customer, 3_210);
        var other = due(customer, 3_210);

        recordDeposits.record(
                UUID.randomUUID() + ".txt",
                List.of(
                        PaymentMother.transferBy(numbered + " " + name, 3_210, DAY),
                        PaymentMother.transferBy(name, 3_210, DAY)));

        assertThat(status(numbered)).isEqualTo(PaymentStatus.PAID);
        assertThat(status(other)).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void theLegalFormOfAFirmAsTheBankWritesItIsNoDifference() {
        var due = due(customer("カブシキガイシャ " + name), 5_432);

        transfer("ｶ)" + name, 5_432);

        assertThat(status(due)).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void missingVoicedMarksAreForAPerson() {
        var due = due(customer("ガギグ " + name), 6_543);

        transfer("カキク " + name, 6_543);

        assertThat(status(due)).isEqualTo(PaymentStatus.PENDING);
        assertThat(proposed()).singleElement().extracting(Proposal::reason).isEqualTo(Reason.SIMILAR_NAME);
    }

    @Test
    void whatAPersonHasTaughtIsMatchedByItselfFromThenOn() {
        var customer = customer(name);
        var remitter = "オツト "
                + CustomerMother.unmistakable("夫", CustomerMother.TOKYO, false).kana();
        var first = due(customer, 7_001);
        transfer(remitter, 7_001);
        assertThat(newest().state()).as("a stranger").isEqualTo(Deposit.State.UNMATCHED);
        matching.confirm(newest().id(), List.of(new Allocation(first, Yen.of(7_001))), "keiri");

        var second = due(customer, 7_002);
        transfer(remitter, 7_002);

        assertThat(status(second)).isEqualTo(PaymentStatus.PAID);
        assertThat(aliases.list(null, 10)).extracting("customerNumber").contains(customer);
    }

    @Test
    void whatWasTaughtByAMatchThatIsUndoneIsForgotten() {
        var customer = customer(name);
        var remitter = "ツマ "
                + CustomerMother.unmistakable("妻", CustomerMother.TOKYO, false).kana();
        var first = due(customer, 7_003);
        transfer(remitter, 7_003);
        matching.confirm(newest().id(), List.of(new Allocation(first, Yen.of(7_003))), "keiri");
        unmatchDeposits.unmatch(newest().id(), "keiri");

        var second = due(customer, 7_004);
        transfer(remitter, 7_004);

        assertThat(status(second)).isEqualTo(PaymentStatus.PENDING);
    }

    @Test
    void anAliasThatIsRemovedMatchesNothing() {
        var customer = customer(name);
        var remitter = "ハハ "
                + CustomerMother.unmistakable("母", CustomerMother.TOKYO, false).kana();
        transfer(remitter, 7_005);
        matching.confirm(newest().id(), List.of(new Allocation(due(customer, 7_005), Yen.of(7_005))), "keiri");
        aliases.remove(RemitterName.key(remitter), customer.value());

        var second = due(customer, 7_006);
        transfer(remitter, 7_006);

        assertThat(status(second)).isEqualTo(PaymentStatus.PENDING);
    }

    @Test
    void severalClaimsOfOnePayerThatAddUpAreProposedTogetherAndConfirmedTogether() {
        var customer = customer(name);
        var one = due(customer, 1_100);
        var other = due(customer, 2_200);
        due(customer, 5_000);

        transfer(name, 3_300);

        assertThat(proposed()).extracting(Proposal::receivable).containsExactly(one, other);
        assertThat(proposed()).extracting(Proposal::reason).containsOnly(Reason.SUM);
        confirmProposals.confirm(90, "keiri");
        assertThat(status(one)).isEqualTo(PaymentStatus.PAID);
        assertThat(status(other)).isEqualTo(PaymentStatus.PAID);
        assertThat(newest().state()).isEqualTo(Deposit.State.MATCHED);
    }

    @Test
    void severalNumbersThatAddUpAreProposedTogether() {
        var one = due(customer(name), 1_111);
        var other = due(customer(name), 2_222);

        transfer(one + " " + other, 3_333);

        assertThat(proposed()).extracting(Proposal::receivable).containsExactlyInAnyOrder(one, other);
    }

    @Test
    void aTransferFeeIsWrittenOffOnlyWhenAPersonConfirmsIt() {
        var due = due(customer(name), 8_000);

        transfer(name, 7_560);

        assertThat(status(due)).isEqualTo(PaymentStatus.PENDING);
        assertThat(proposed()).singleElement().satisfies(proposal -> {
            assertThat(proposal.reason()).isEqualTo(Reason.FEE_DIFFERENCE);
            assertThat(proposal.fee()).isEqualTo(Yen.of(440));
        });
        confirmProposals.confirm(85, "keiri");
        assertThat(status(due)).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void undoingAMatchTakesTheFeeBackToo() {
        var due = due(customer(name), 8_001);
        transfer(name, 7_561);
        confirmProposals.confirm(85, "keiri");

        unmatchDeposits.unmatch(newest().id(), "keiri");

        assertThat(items.find(due).orElseThrow().paid()).isEqualTo(Yen.ZERO);
        assertThat(newest().remaining()).isEqualTo(Yen.of(7_561));
    }

    @Test
    void anOrderWhoseFeeIsWrittenOffCountsAsPaid() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());
        transfer(name, 6_330);

        matching.confirm(
                newest().id(),
                List.of(new Allocation(ReceivableNumber.of(order), Yen.of(6_330), Yen.of(220))),
                "keiri");

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void moreThanBanksKeepIsNoFee() {
        var due = due(customer(name), 9_000);
        transfer(name, 8_000);
        var deposit = newest().id();

        assertThatThrownBy(() ->
                        matching.confirm(deposit, List.of(new Allocation(due, Yen.of(8_000), Yen.of(1_000))), "keiri"))
                .isInstanceOf(InvalidInput.class);
        assertThat(items.find(due).orElseThrow().paid()).isEqualTo(Yen.ZERO);
    }

    @Test
    void aPartOfTheOnlyClaimOfItsPayerIsProposed() {
        var due = due(customer(name), 9_876);

        transfer(name, 3_000);

        assertThat(proposed()).singleElement().satisfies(proposal -> {
            assertThat(proposal.receivable()).isEqualTo(due);
            assertThat(proposal.reason()).isEqualTo(Reason.PART);
            assertThat(proposal.amount()).isEqualTo(Yen.of(3_000));
        });
    }

    @Test
    void allThatIsConfirmedAtOnceIsUndoneAtOnce() {
        var one = due(customer("ダジヅ " + name), 2_001);
        transfer("タシツ " + name, 2_001);

        var batch = confirmProposals.confirm(90, "keiri");
        assertThat(status(one)).isEqualTo(PaymentStatus.PAID);
        unmatchDeposits.unmatchBatch(Objects.requireNonNull(batch.batch()), "keiri");

        assertThat(status(one)).isEqualTo(PaymentStatus.PENDING);
    }

    private CustomerNumber customer(String kana) {
        return registerCustomer.register(CustomerMother.called("一括 " + UUID.randomUUID(), kana, null));
    }

    private ReceivableNumber due(CustomerNumber customer, long amount) {
        return charge.charge(
                new NewReceivable(customer, ReceivableKind.DUE, Yen.of(amount), 10, LocalDate.of(2026, 12, 31)));
    }

    private PaymentStatus status(ReceivableNumber number) {
        return items.find(number).orElseThrow().status();
    }

    private List<Proposal> proposed() {
        return proposals.allOf(newest().id());
    }

    private void transfer(String remitter, long amount) {
        desk.given.deposit(PaymentMother.transferBy(remitter, amount, DAY));
    }

    private Deposit newest() {
        return deposits.list(null, "id,desc", 0, 1).get(0);
    }
}
