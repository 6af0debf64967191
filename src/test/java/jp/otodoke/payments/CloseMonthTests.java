package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.otodoke.OtodokeTest;
import jp.otodoke.TestClock;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.PaymentMother;
import jp.otodoke.payments.TrialBalance.Balance;
import jp.otodoke.payments.accounting.ExportJournal;
import jp.otodoke.payments.accounting.Journal;
import jp.otodoke.payments.accounting.JournalAccounts;
import jp.otodoke.payments.accounting.JournalLine;
import jp.otodoke.payments.accounting.LedgerReview;
import jp.otodoke.platform.csv.CharacterSets;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.transaction.annotation.Transactional;

/** 月次締め: a closed month stays as it is, and its journal adds up to it. */
@OtodokeTest
class CloseMonthTests {
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    private final PaymentDesk desk;

    @Autowired
    CloseMonth closeMonth;

    @Autowired
    LedgerMonths months;

    @Autowired
    LedgerReview review;

    @Autowired
    TrialBalance trialBalance;

    @Autowired
    Journal journal;

    @Autowired
    ExportJournal exportJournal;

    @Autowired
    JournalAccounts accounts;

    @Autowired
    TestClock clock;

    @Autowired
    CloseMonthTests(AutowireCapableBeanFactory beans) {
        this.desk = beans.createBean(PaymentDesk.class);
    }

    @AfterEach
    void today() {
        clock.set("2026-11-26T10:00:00+09:00");
    }

    @Test
    void aMonthThatIsNotOverIsNotClosed() {
        clock.set("2026-11-30T23:59:00+09:00");

        assertThatThrownBy(() -> closeMonth.close(NOVEMBER, "tester")).isInstanceOf(Refusal.class);
    }

    @Test
    @Transactional
    void nothingIsPostedIntoAClosedMonthAnyMore() {
        clock.set("2026-11-27T10:00:00+09:00");
        deposit(1_000);
        clock.set("2026-12-01T10:00:00+09:00");
        closeMonth.close(NOVEMBER, "tester");
        var closed = trialBalance.at(NOVEMBER.atEndOfMonth());
        var others = inDecember();

        clock.set("2026-11-29T10:00:00+09:00");
        deposit(2_000);

        assertThat(trialBalance.at(NOVEMBER.atEndOfMonth())).isEqualTo(closed);
        assertThat(trialBalance.fromTheBeginning(NOVEMBER.atEndOfMonth()))
                .as("nor worked out anew")
                .isEqualTo(closed);
        assertThat(inDecember().minus(others)).isEqualTo(Yen.of(2_000));
        clock.set("2026-12-02T10:00:00+09:00");
        assertThat(months.closing(NOVEMBER))
                .hasValueSatisfying(closing -> assertThat(closing.by()).isEqualTo("tester"));
        assertThat(closeMonth.close(NOVEMBER, "another").by()).as("closed once").isEqualTo("tester");
    }

    /** Also what is paid in advance, across the closing. */
    @Test
    @Transactional
    void anOpenDayIsWorkedOutFromTheLastClosing() {
        clock.set("2026-11-27T10:00:00+09:00");
        var paidBefore = desk.secured(OrderMother.twoTeas().paidByTransfer());
        desk.transfer(paidBefore, desk.payment(paidBefore).charged().amount());
        var paidAfter = desk.secured(OrderMother.twoTeas().paidByTransfer());
        clock.set("2026-12-01T10:00:00+09:00");
        closeMonth.close(NOVEMBER, "tester");
        desk.transfer(paidAfter, desk.payment(paidAfter).charged().amount());
        deposit(1_234);

        for (int day = 0; day < 3; day++) {
            var last = NOVEMBER.atEndOfMonth().plusDays(day);
            assertThat(trialBalance.at(last)).as("%s", last).isEqualTo(trialBalance.fromTheBeginning(last));
        }
    }

    @Test
    @Transactional
    void theMonthBeforeAClosedOneIsClosedWithIt() {
        clock.set("2026-12-01T10:00:00+09:00");
        closeMonth.close(NOVEMBER, "tester");

        assertThatThrownBy(() -> closeMonth.close(NOVEMBER.minusMonths(1), "tester"))
                .isInstanceOf(Refusal.class);
        assertThat(review.months())
                .filteredOn(month -> !month.month().isAfter(NOVEMBER))
                .allSatisfy(month -> assertThat(month.closing()).isNotNull())
                .noneMatch(LedgerReview.Month::closable);
    }

    @Test
    @Transactional
    void theJournalOfAMonthAddsUpToTheChangeOfEachAccount() {
        clock.set("2026-11-27T10:00:00+09:00");
        deposit(4_000);
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());
        desk.transfer(order, desk.payment(order).charged().amount());
        clock.set("2026-12-01T10:00:00+09:00");

        var moved = new TreeMap<String, Long>();
        for (var line : journal.of(NOVEMBER)) {
            moved.merge(line.debit().account(), line.amount().amount() - taxOf(line, line.debit()), Long::sum);
            moved.merge(line.credit().account(), -line.amount().amount() + taxOf(line, line.credit()), Long::sum);
            moved.merge("OUTPUT_TAX", taxOf(line, line.debit()) - taxOf(line, line.credit()), Long::sum);
        }
        moved.values().removeIf(amount -> amount == 0);

        assertThat(moved).isEqualTo(change());
    }

    @Test
    @Transactional
    void theJournalIsTheSameEachTimeAndTellsWhatCameSince() {
        clock.set("2026-11-27T10:00:00+09:00");
        deposit(4_000);
        var first = exportJournal.export(NOVEMBER, "yayoi", "tester");

        assertThat(exportJournal.export(NOVEMBER, "yayoi", "tester")).isEqualTo(first);
        assertThat(new String(first, CharacterSets.CP932).lines())
                .allSatisfy(line -> assertThat(line).startsWith("2000,"));
        assertThat(november().since()).isEqualTo(Yen.ZERO);

        deposit(700);

        assertThat(november().since()).isEqualTo(Yen.of(700));
    }

    @Test
    void eachAccountHasANameInTheAccountingSoftware() {
        assertThat(accounts.all())
                .allSatisfy(account -> assertThat(account.name()).isNotBlank())
                .extracting(JournalAccounts.JournalAccount::account)
                .contains(Stream.concat(
                                Arrays.stream(Ledger.Account.values()).map(Enum::name),
                                Stream.of(TrialBalance.ADVANCES))
                        .toArray(String[]::new));
    }

    @Test
    void anUnknownFormatAndAMonthToComeAreRefused() {
        clock.set("2026-11-27T10:00:00+09:00");

        assertThatThrownBy(() -> exportJournal.export(NOVEMBER, "abacus", "tester"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> exportJournal.export(NOVEMBER.plusMonths(1), "yayoi", "tester"))
                .isInstanceOf(Refusal.class);
    }

    private LedgerReview.Month november() {
        return review.months().stream()
                .filter(month -> month.month().equals(NOVEMBER))
                .findFirst()
                .orElseThrow();
    }

    private static long taxOf(JournalLine line, JournalLine.Side side) {
        return side.taxed() ? line.tax().amount() : 0;
    }

    private Map<String, Long> change() {
        var change = new TreeMap<String, Long>();
        trialBalance
                .at(NOVEMBER.atEndOfMonth())
                .forEach(b -> change.merge(b.account(), b.balance().amount(), Long::sum));
        trialBalance
                .at(NOVEMBER.minusMonths(1).atEndOfMonth())
                .forEach(b -> change.merge(b.account(), -b.balance().amount(), Long::sum));
        change.values().removeIf(amount -> amount == 0);
        return change;
    }

    private Yen bank(LocalDate day) {
        return trialBalance.at(day).stream()
                .filter(balance -> balance.account().equals("BANK"))
                .map(Balance::balance)
                .reduce(Yen.ZERO, Yen::plus);
    }

    private Yen inDecember() {
        return bank(LocalDate.of(2026, 12, 1)).minus(bank(NOVEMBER.atEndOfMonth()));
    }

    private void deposit(long amount) {
        var payer = CustomerMother.unmistakable("月次", CustomerMother.TOKYO, false);
        desk.given.deposit(PaymentMother.transferBy(String.valueOf(payer.kana()), amount, desk.business.today()));
    }
}
