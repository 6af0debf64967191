package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.PaymentMother;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** 口座振替: what is collected, and what becomes of it. */
@ModuleTest
class DirectDebitTests {
    private final DebitDesk debits;
    private final TrialBalance trialBalance;
    private final Deposits deposits;

    @Autowired
    DirectDebitTests(AutowireCapableBeanFactory beans, TrialBalance trialBalance, Deposits deposits) {
        this.debits = beans.createBean(DebitDesk.class);
        this.trialBalance = trialBalance;
        this.deposits = deposits;
    }

    /** Whatever other tests have left open is collected by a cycle of its own. */
    @BeforeEach
    void nothingIsOpen() {
        try {
            debits.debited("0");
        } catch (Refusal nothing) {
            assertThat(nothing.messageKey()).isEqualTo("direct-debit.nothing-to-collect");
        }
    }

    @AfterEach
    void booksBalance() {
        debits.booksBalance();
    }

    @Test
    void collectsWhatIsDueByTheDayFromCustomersWithAMandate() {
        var customer = debits.mandated();
        var due = debits.due(customer, 3_300);
        debits.due(customer, 4_400, DebitDesk.DAY.plusDays(1));
        debits.due(debits.customer(), 5_500);

        long cycle = debits.collect();

        assertThat(debits.claimed(cycle)).containsExactly(due);
        assertThat(debits.directDebits.find(cycle).orElseThrow()).satisfies(found -> {
            assertThat(found.state()).isEqualTo(DirectDebit.State.COLLECTED);
            assertThat(found.amount()).isEqualTo(Yen.of(3_300));
            assertThat(found.debitDate()).isEqualTo(DebitDesk.DAY);
        });
    }

    @Test
    void anOrderIsClaimedOnceItIsAcceptedAndItsCustomerHasAMandate() {
        var customer = debits.customer();
        var order = debits.order(customer);
        assertThat(debits.desk.tasks(order)).containsExactly("mandate-missing");
        assertThatThrownBy(debits::collect).isInstanceOf(Refusal.class);

        debits.mandate(customer);

        assertThat(debits.desk.tasks(order)).isEmpty();
        assertThat(debits.desk.payment(order).secured()).isTrue();
        assertThat(debits.claimed(debits.collect())).containsExactly(ReceivableNumber.of(order));
    }

    @Test
    void anOrderOfACustomerWithAMandateIsSecuredWithoutBeingPaid() {
        var order = debits.order(debits.mandated());

        assertThat(debits.desk.payment(order).secured()).isTrue();
        assertThat(debits.desk.payment(order).settled()).isFalse();
        assertThat(debits.desk.tasks(order)).isEmpty();
        debits.debited("0");
        assertThat(debits.desk.status(order)).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void nothingIsCollectedTwiceAtATime() {
        var customer = debits.mandated();
        var first = debits.due(customer, 1_000);
        long one = debits.collect();
        assertThatThrownBy(debits::collect).isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.kind())
                .isEqualTo(Refusal.Kind.CONFLICT));
        var second = debits.due(customer, 2_000);

        long two = debits.collect();

        assertThat(debits.claimed(one)).containsExactly(first);
        assertThat(debits.claimed(two)).containsExactly(second);
    }

    @Test
    void aPreviewCollectsNothing() {
        debits.due(debits.mandated(), 1_000);

        var preview = debits.collectClaims.preview(DebitDesk.DAY, 10);

        assertThat(preview.count()).isEqualTo(1);
        assertThat(preview.amount()).isEqualTo(Yen.of(1_000));
        assertThat(preview.claims()).hasSize(1);
        assertThat(debits.claimed(debits.collect())).hasSize(1);
    }

    @Test
    void aDebitOnASundayIsOnTheNextBusinessDay() {
        debits.due(debits.mandated(), 1_000);

        long cycle = debits.collectClaims.collect(LocalDate.of(2026, 12, 27), "tester");

        assertThat(debits.directDebits.find(cycle).orElseThrow().debitDate()).isEqualTo(DebitDesk.DAY);
    }

    @Test
    void aDayThatIsPastOrFarAheadIsRefused() {
        for (var day : new LocalDate[] {LocalDate.of(2026, 11, 25), LocalDate.of(2027, 11, 26), null}) {
            assertThatThrownBy(() -> debits.collectClaims.collect(day, "tester"))
                    .isInstanceOfSatisfying(InvalidInput.class, wrong -> assertThat(wrong.problems())
                            .singleElement()
                            .extracting("field")
                            .isEqualTo("debitDate"));
        }
    }

    @Test
    void aRequestHasWhatIsOpenWhenItIsHandedOverAndStaysTheSame() {
        var customer = debits.mandated();
        var paid = debits.due(customer, 1_000);
        var part = debits.due(customer, 2_000);
        long cycle = debits.collect();
        debits.desk.given.deposit(PaymentMother.transferBy(paid + " カイヒ", 1_000, DebitDesk.DAY));
        debits.mandate(customer);

        var written = debits.send(cycle);

        assertThat(debits.claimed(cycle)).containsExactly(part);
        assertThat(written).singleElement().satisfies(row -> {
            assertThat(row.amount()).isEqualTo(Yen.of(2_000));
            assertThat(row.first()).isTrue();
            assertThat(row.account().accountNumber()).isEqualTo("0000123");
        });
        assertThat(debits.file(cycle, "another"))
                .isEqualTo(debits.file(cycle, "and another"))
                .isEqualTo("request".getBytes());
        assertThat(debits.send(cycle)).isEmpty();
    }

    @Test
    void aRequestOfWhichNothingIsLeftIsNotHandedOverAndTheCycleIsDone() {
        var due = debits.due(debits.mandated(), 1_000);
        long cycle = debits.collect();
        debits.desk.given.deposit(PaymentMother.transferBy(due + " カイヒ", 1_000, DebitDesk.DAY));

        assertThatThrownBy(() -> debits.send(cycle)).isInstanceOf(Refusal.class);

        assertThat(debits.directDebits.find(cycle).orElseThrow().state()).isEqualTo(DirectDebit.State.DONE);
        assertThat(debits.claimed(cycle)).isEmpty();
        assertThatThrownBy(() -> debits.send(cycle)).isInstanceOf(Refusal.class);
    }

    @Test
    void onlyTheFirstDebitOfAMandateIsMarkedAsNew() {
        var customer = debits.mandated();
        debits.due(customer, 1_000);
        debits.debited("0");
        debits.due(customer, 1_000);

        assertThat(debits.send(debits.collect()))
                .extracting(DebitInstruction::first)
                .containsExactly(false);
    }

    @Test
    void whatIsCollectedPaysAndTheAgencyOwesIt() {
        var customer = debits.mandated();
        var due = debits.due(customer, 3_300);
        var order = debits.order(customer);
        var before = agencyOwes();

        long cycle = debits.debited("0");

        assertThat(debits.item(due).status()).isEqualTo(PaymentStatus.PAID);
        assertThat(debits.desk.status(order)).isEqualTo(PaymentStatus.PAID);
        assertThat(agencyOwes().minus(before)).isEqualTo(Yen.of(3_300 + 6_550));
        assertThat(debits.directDebits.find(cycle).orElseThrow().state()).isEqualTo(DirectDebit.State.DONE);
        assertThat(debits.directDebits.counts(cycle)).containsExactly(Map.entry("0", 2L));
    }

    @Test
    void theSameResultAgainChangesNothing() {
        var due = debits.due(debits.mandated(), 3_300);
        long cycle = debits.debited("0");
        var before = agencyOwes();

        debits.result(cycle, "0");

        assertThat(agencyOwes()).isEqualTo(before);
        assertThat(debits.item(due).paid()).isEqualTo(Yen.of(3_300));
        assertThat(debits.directDebits.counts(cycle)).containsExactly(Map.entry("0", 1L));
    }

    @Test
    void whatIsPaidTwiceIsGivenBack() {
        var customer = debits.mandated();
        var due = debits.due(customer, 3_300);
        var order = debits.order(customer);
        long cycle = debits.collect();
        debits.send(cycle);
        debits.desk.given.deposit(PaymentMother.transferBy(due + " カイヒ", 3_300, DebitDesk.DAY));
        debits.desk.transfer(order, 6_550);

        debits.result(cycle, "0");

        assertThat(debits.item(due).paid()).isEqualTo(Yen.of(3_300));
        assertThat(deposits.list(Deposit.State.UNMATCHED, "-id", 0, 1))
                .singleElement()
                .satisfies(deposit -> {
                    assertThat(deposit.amount()).isEqualTo(Yen.of(3_300));
                    assertThat(debits.desk.tasksAboutDeposit(deposit.id())).containsExactly("deposit-unmatched");
                });
        assertThat(debits.desk.tasks(order)).contains("refund-due");
    }

    @Test
    void withoutFundsTheNextCycleTriesAgainAndTheThirdTimeAPersonDecides() {
        var customer = debits.mandated();
        var due = debits.due(customer, 3_300);
        debits.debited("1");
        debits.debited("1");
        assertThat(debits.tasks(customer)).isEmpty();

        debits.debited("1");

        assertThat(debits.tasks(customer)).containsExactly("debit-without-funds");
        assertThatThrownBy(debits::collect).isInstanceOf(Refusal.class);
        debits.decide(customer, "debit-without-funds", "RETRY", "");
        assertThat(debits.claimed(debits.collect())).containsExactly(due);
    }

    @Test
    void whoseAccountNeverHasFundsMayBeLetAlone() {
        var customer = debits.mandated();
        var order = debits.order(customer);
        debits.debited("1");
        debits.debited("1");
        debits.debited("1");

        debits.decide(customer, "debit-without-funds", "STOP", "");

        assertThat(debits.desk.payment(order).secured()).isFalse();
        assertThatThrownBy(debits::collect).isInstanceOf(Refusal.class);
    }

    @Test
    void withoutAnAccountOrMandateANewOneIsAskedForOnce() {
        for (var code : List.of("2", "4")) {
            var customer = debits.mandated();
            var due = debits.due(customer, 1_000);
            var order = debits.order(customer);

            debits.debited(code);

            assertThat(debits.tasks(customer)).containsExactly("mandate-invalid");
            assertThat(debits.desk.payment(order).secured()).isFalse();
            assertThatThrownBy(debits::collect).isInstanceOf(Refusal.class);
            debits.mandate(customer);
            assertThat(debits.tasks(customer)).isEmpty();
            assertThat(debits.desk.payment(order).secured()).isTrue();
            assertThat(debits.claimed(debits.collect())).containsExactlyInAnyOrder(due, ReceivableNumber.of(order));
            nothingStaysOpen();
        }
    }

    private void nothingStaysOpen() {
        var last = debits.directDebits.list(null, 0, 1).get(0).id();
        debits.send(last);
        debits.result(last, "0");
    }

    @Test
    void aMandateThatWasReplacedMeanwhileStaysAsItIs() {
        var customer = debits.mandated();
        debits.due(customer, 1_000);
        long cycle = debits.collect();
        debits.send(cycle);
        debits.mandate(customer);

        debits.result(cycle, "2");

        assertThat(debits.tasks(customer)).isEmpty();
        assertThat(debits.claimed(debits.collect())).hasSize(1);
    }

    @Test
    void whoHasStoppedItIsAskedWhetherToGoOn() {
        var customer = debits.mandated();
        var due = debits.due(customer, 1_000);
        debits.debited("3");
        assertThat(debits.tasks(customer)).containsExactly("debit-stopped");
        assertThatThrownBy(debits::collect).isInstanceOf(Refusal.class);

        debits.decide(customer, "debit-stopped", "RESUME", "");

        assertThat(debits.claimed(debits.collect())).containsExactly(due);
    }

    @Test
    void whatWeHaveStoppedIsFreeForTheNextCycle() {
        var customer = debits.mandated();
        var due = debits.due(customer, 1_000);

        debits.debited("8");

        assertThat(debits.tasks(customer)).isEmpty();
        assertThat(debits.claimed(debits.collect())).containsExactly(due);
    }

    @Test
    void whatIsNotClearIsPaidOnlyIfAPersonSaysSo() {
        var customer = debits.mandated();
        var paid = debits.due(customer, 1_000);
        var order = debits.order(customer);
        long cycle = debits.collect();
        debits.send(cycle);

        debits.result(cycle, Map.of(paid, "9"), "N");

        assertThat(debits.item(paid).paid()).isEqualTo(Yen.ZERO);
        assertThat(debits.claim(cycle, paid).state()).isEqualTo(DebitClaim.State.HELD);
        assertThatThrownBy(debits::collect).isInstanceOf(Refusal.class);
        assertThat(debits.desk.tasks(order)).containsExactly("debit-unclear");

        debits.desk.decide(order, "debit-unclear", "FREE");
        debits.decide(customer, "debit-unclear", "PAID", "");

        assertThat(debits.item(paid).status()).isEqualTo(PaymentStatus.PAID);
        assertThat(debits.desk.status(order)).isEqualTo(PaymentStatus.PENDING);
        assertThat(debits.claimed(debits.collect())).containsExactly(ReceivableNumber.of(order));
        debits.result(cycle, Map.of(paid, "9"), "N");
        assertThat(debits.item(paid).paid()).isEqualTo(Yen.of(1_000));
    }

    @Test
    void thousandsOfClaimsTakeSecondsUntilTheLastIsBooked() {
        var first = debits.due(debits.mandated(), 1_000);
        debits.dues(debits.mandated(), 4_499);
        long began = System.nanoTime();

        long cycle = debits.collect();
        debits.send(cycle);
        debits.result(cycle, "0");

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMinutes(1));
        assertThat(debits.directDebits.counts(cycle)).containsExactly(Map.entry("0", 4_500L));
        assertThat(debits.directDebits.claims(cycle, 0, 5_000))
                .allSatisfy(claim -> assertThat(claim.state()).isEqualTo(DebitClaim.State.PAID));
        assertThat(debits.item(first).status()).isEqualTo(PaymentStatus.PAID);
    }

    private Yen agencyOwes() {
        return trialBalance.now().stream()
                .filter(account -> account.account().equals("DEBIT_AGENCY"))
                .findFirst()
                .orElseThrow()
                .balance();
    }
}
