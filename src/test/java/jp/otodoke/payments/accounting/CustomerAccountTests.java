package jp.otodoke.payments.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.stream.IntStream;
import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.DueRows;
import jp.otodoke.mothers.Given;
import jp.otodoke.payments.accounting.CustomerAccount.Period;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 顧客元帳 of a customer with very many entries. */
@ModuleTest
class CustomerAccountTests {
    private static final int ENTRIES = 20_000;
    private static final int SIZE = 20;

    private final CustomerAccount account;
    private final Given given;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    @Autowired
    CustomerAccountTests(
            CustomerAccount account, Given given, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.account = account;
        this.given = given;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    void eachPartGoesOnFromWhatWasOwedBeforeIt() {
        undone(() -> {
            var period = new Period(entries(100), null, null);
            var whole = account.entries(period, 0, 200);

            var parts = new ArrayList<AccountEntry>();
            for (int from = 0; from < 100; from += 7) {
                parts.addAll(account.entries(period, from, 7));
            }

            assertThat(parts).isEqualTo(whole).hasSize(100);
            var owed = Yen.ZERO;
            for (var entry : whole) {
                owed = owed.plus(entry.amount());
                assertThat(entry.owed()).isEqualTo(owed);
            }
            assertThat(account.totals(period).closing()).isEqualTo(owed);
            var each = new ArrayList<AccountEntry>();
            account.each(period, each::add);
            assertThat(each).isEqualTo(whole);
        });
    }

    @Test
    void aPeriodBeginsWithWhatWasOwedBefore() {
        undone(() -> {
            var customer = entries(100);
            var whole = account.entries(new Period(customer, null, null), 0, 200);
            var period = new Period(customer, LocalDate.of(2025, 1, 3), LocalDate.of(2025, 1, 3));

            var inside = account.entries(period, 0, 200);

            assertThat(inside).isNotEmpty().isSubsetOf(whole).hasSizeLessThan(100);
            assertThat(account.totals(period).opening())
                    .isEqualTo(inside.get(0).owed().minus(inside.get(0).amount()));
            assertThat(account.totals(period).closing())
                    .isEqualTo(inside.get(inside.size() - 1).owed());
        });
    }

    /** The thousandth page of a customer with 20,000 entries. */
    @Test
    void aPageFarBehindCostsWhatTheFirstOneDoes() {
        undone(() -> {
            var period = new Period(entries(ENTRIES), null, null);
            jdbc.sql("analyze receivable_charge").update();

            var last = account.before(period, null, SIZE);
            var before = last.get(0).place();

            var first = fastest(() -> account.after(period, null, SIZE));
            var behind = fastest(() -> account.before(period, before, SIZE));
            var half = account.entries(period, ENTRIES / 2, 1).get(0).place();
            var middle = fastest(() -> account.after(period, half, SIZE));

            assertThat(behind).isLessThan(first.multipliedBy(2).plusMillis(50));
            assertThat(middle).isLessThan(first.multipliedBy(2).plusMillis(50));
            assertThat(last).hasSize(SIZE).last().satisfies(entry -> assertThat(entry.owed())
                    .isEqualTo(account.totals(period).closing()));
        });
    }

    @Test
    void fromPartToPartAndBackNothingIsLostOrSeenTwice() {
        undone(() -> {
            var period = new Period(entries(100), null, null);
            var whole = account.entries(period, 0, 200);

            var forth = new ArrayList<AccountEntry>();
            for (var part = account.after(period, null, 7);
                    !part.isEmpty();
                    part = account.after(period, part.get(part.size() - 1).place(), 7)) {
                forth.addAll(part);
            }
            var back = new ArrayList<AccountEntry>();
            for (var part = account.before(period, null, 7);
                    !part.isEmpty();
                    part = account.before(period, part.get(0).place(), 7)) {
                back.addAll(0, part);
            }

            assertThat(forth).isEqualTo(whole);
            assertThat(back).isEqualTo(whole);
            assertThat(whole).allSatisfy(entry -> assertThat(
                            AccountPlace.read(entry.place().written()))
                    .contains(entry.place()));
            assertThat(AccountPlace.read("3")).isEmpty();
        });
    }

    private static Duration fastest(Runnable read) {
        return IntStream.range(0, 7)
                .mapToObj(n -> {
                    var before = System.nanoTime();
                    read.run();
                    return Duration.ofNanos(System.nanoTime() - before);
                })
                .min(Duration::compareTo)
                .orElseThrow();
    }

    private CustomerNumber entries(int many) {
        var customer = given.customer(CustomerMother.somebody());
        DueRows.write(jdbc, customer, LocalDate.of(2026, 12, 31), 1);
        DueRows.change(jdbc, customer, many > 1_000 ? 0.1 : 5, many - 1);
        return customer;
    }

    /** The books would not balance with these rows. */
    private void undone(Runnable work) {
        transaction.executeWithoutResult(status -> {
            work.run();
            status.setRollbackOnly();
        });
    }
}
